package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.List;
import java.util.Optional;

/** Reads RENAME, SET SCHEMA and OWNER TO of what is no relation; other changes are {@link AlterOther}'s. */
final class AlterObjectReader {
  private AlterObjectReader() {}

  /** Reads from ALTER on. */
  static Statement read(TokenCursor cursor) {
    int start = cursor.position();
    Optional<Statement> common = tryCommon(cursor);
    if (common.isPresent()) {
      return common.get();
    }
    cursor.reset(start);
    return AlterOther.read(cursor);
  }

  private static Optional<Statement> tryCommon(TokenCursor cursor) {
    cursor.expect("ALTER");
    Optional<ObjectWords> words = ObjectWords.accept(cursor);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    ObjectKind kind = words.get().kind();
    cursor.accept("IF", "EXISTS");
    if (!cursor.atName()) {
      return Optional.empty();
    }
    ObjectName name = cursor.qualified("a name");
    if (cursor.at(TokenKind.OPEN)) {
      cursor.skipBalanced();
    }
    if (kind == ObjectKind.TRIGGER || kind == ObjectKind.RULE || kind == ObjectKind.POLICY) {
      return cursor.accept("ON") ? renameMember(kind, name, cursor) : Optional.empty();
    }
    if (cursor.accept("USING")) {
      cursor.label("an access method");
    }
    return kind == ObjectKind.OTHER
        ? ofUnknownKind(words.get(), name, cursor)
        : common(kind, name, cursor);
  }

  private static Optional<Statement> renameMember(
      ObjectKind kind, ObjectName member, TokenCursor cursor) {
    ObjectName table = cursor.qualified("the name of a table");
    if (cursor.accept("RENAME", "TO")) {
      Identifier from = new Identifier(member.name(), member.span());
      Identifier to = newName(cursor);
      return Optional.of(
          new RenameObject(kind, table, Optional.of(from), to, cursor.statementSpan()));
    }
    if (acceptDependence(cursor)) {
      return Optional.of(other(kind.words(), table, cursor));
    }
    return Optional.empty();
  }

  /** A command tag needs the kind's own words, which a rename of {@link ObjectKind#OTHER} would not keep. */
  private static Optional<Statement> ofUnknownKind(
      ObjectWords words, ObjectName name, TokenCursor cursor) {
    if (cursor.accept("RENAME", "TO") || cursor.accept("SET", "SCHEMA")) {
      newName(cursor);
      return Optional.of(other(words.words(), name, cursor));
    }
    return acceptOwner(cursor) ? Optional.of(other(words.words(), name, cursor)) : Optional.empty();
  }

  /** What most objects have in common, read from behind the name; empty when it is something else. */
  static Optional<Statement> common(ObjectKind kind, ObjectName name, TokenCursor cursor) {
    if (cursor.accept("RENAME", "TO")) {
      Identifier to = newName(cursor);
      return Optional.of(
          new RenameObject(kind, name, Optional.empty(), to, cursor.statementSpan()));
    }
    if (cursor.accept("SET", "SCHEMA")) {
      Identifier schema = newName(cursor);
      return Optional.of(new MoveObject(kind, name, schema, cursor.statementSpan()));
    }
    if (acceptOwner(cursor) || acceptDependence(cursor)) {
      return Optional.of(other(kind.words(), name, cursor));
    }
    return Optional.empty();
  }

  private static boolean acceptOwner(TokenCursor cursor) {
    if (!cursor.accept("OWNER", "TO")) {
      return false;
    }
    cursor.label("the name of a role");
    cursor.expectEnd();
    return true;
  }

  private static boolean acceptDependence(TokenCursor cursor) {
    if (!cursor.accept("DEPENDS", "ON", "EXTENSION")
        && !cursor.accept("NO", "DEPENDS", "ON", "EXTENSION")) {
      return false;
    }
    cursor.identifier("the name of an extension");
    cursor.expectEnd();
    return true;
  }

  private static Identifier newName(TokenCursor cursor) {
    Identifier name = cursor.identifier("the new name");
    cursor.expectEnd();
    return name;
  }

  private static Statement other(String words, ObjectName name, TokenCursor cursor) {
    return new OtherStatement("ALTER " + words, List.of(name), cursor.statementSpan());
  }
}
