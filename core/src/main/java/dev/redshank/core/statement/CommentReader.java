package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads COMMENT ON and SECURITY LABEL. */
final class CommentReader {
  private CommentReader() {}

  static Statement comment(TokenCursor cursor) {
    cursor.expect("COMMENT", "ON");
    int start = cursor.position();
    ObjectWords words =
        ObjectWords.accept(cursor).orElseThrow(() -> cursor.unexpected("a kind of object"));
    Subject subject = subject(words, cursor, start);
    cursor.expect("IS");
    if (cursor.atEnd()) {
      throw cursor.unexpected("a string or NULL");
    }
    cursor.rest();
    return new CommentOn(words.kind(), subject.name(), subject.member(), cursor.statementSpan());
  }

  private static Subject subject(ObjectWords words, TokenCursor cursor, int start) {
    return switch (words.kind()) {
      case COLUMN -> column(cursor);
      case CONSTRAINT, TRIGGER, RULE, POLICY -> memberOf(cursor);
      case OTHER -> other(cursor, start);
      default -> named(cursor);
    };
  }

  private static Subject column(TokenCursor cursor) {
    List<Identifier> parts = new ArrayList<>();
    do {
      parts.add(cursor.label("a name"));
    } while (cursor.accept(TokenKind.DOT));
    if (parts.size() < 2) {
      throw cursor.unexpected("the name of a table with the column's");
    }
    int last = parts.size() - 1;
    Identifier table = parts.get(last - 1);
    Optional<String> schema =
        last >= 2 ? Optional.of(parts.get(last - 2).name()) : Optional.empty();
    ObjectName name = new ObjectName(schema, table.name(), parts.get(0).span().to(table.span()));
    return new Subject(name, Optional.of(parts.get(last)));
  }

  private static Subject memberOf(TokenCursor cursor) {
    Identifier member = cursor.identifier("a name");
    cursor.expect("ON");
    cursor.accept("DOMAIN");
    return new Subject(cursor.qualified("a table"), Optional.of(member));
  }

  private static Subject named(TokenCursor cursor) {
    ObjectName name = cursor.qualified("a name");
    if (cursor.at(TokenKind.OPEN)) {
      cursor.skipBalanced();
    }
    return new Subject(name, Optional.empty());
  }

  /** A cast, operator, transform or the like may have no name of its own: then its words stand for it. */
  private static Subject other(TokenCursor cursor, int start) {
    Optional<ObjectName> name =
        cursor.atName() ? Optional.of(cursor.qualified("a name")) : Optional.empty();
    while (!cursor.atEnd() && !cursor.at("IS")) {
      cursor.skipBalanced();
    }
    return new Subject(
        name.orElseGet(() -> new ObjectName(
            Optional.empty(), cursor.tokensFrom(start).sql(), cursor.spanFrom(start))),
        Optional.empty());
  }

  static Statement securityLabel(TokenCursor cursor) {
    cursor.expect("SECURITY", "LABEL");
    if (cursor.accept("FOR")) {
      cursor.text("a provider");
    }
    cursor.expect("ON");
    ObjectWords words =
        ObjectWords.accept(cursor).orElseThrow(() -> cursor.unexpected("a kind of object"));
    List<ObjectName> names = words.kind() == ObjectKind.COLUMN
        ? List.of(column(cursor).name())
        : cursor.atName() ? List.of(cursor.qualified("a name")) : List.of();
    cursor.rest();
    return new OtherStatement("SECURITY LABEL", names, cursor.statementSpan());
  }

  private record Subject(ObjectName name, Optional<Identifier> member) {}
}
