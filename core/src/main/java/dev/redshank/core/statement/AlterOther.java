package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** ALTER of everything that has no reader of its own in {@link StatementReader}. */
final class AlterOther {
  private AlterOther() {}

  static Statement read(TokenCursor cursor) {
    cursor.expect("ALTER");
    if (cursor.accept("SYSTEM")) {
      cursor.rest();
      return new OtherStatement("ALTER SYSTEM", List.of(), cursor.statementSpan());
    }
    if (cursor.accept("DEFAULT", "PRIVILEGES")) {
      cursor.rest();
      return new OtherStatement("ALTER DEFAULT PRIVILEGES", List.of(), cursor.statementSpan());
    }
    if (cursor.accept("POLICY")) {
      Identifier name = cursor.identifier("the name of a policy");
      cursor.expect("ON");
      ObjectName table = cursor.name("a table");
      cursor.rest();
      return new AlterPolicy(name, table, cursor.statementSpan());
    }
    return other(cursor);
  }

  private static Statement other(TokenCursor cursor) {
    ObjectWords words =
        ObjectWords.accept(cursor).orElseThrow(() -> cursor.unexpected("a kind of object"));
    cursor.accept("IF", "EXISTS");
    List<ObjectName> names = new ArrayList<>();
    if (cursor.atName()) {
      names.add(cursor.qualified("a name"));
    }
    boolean optionsFollow = words.words().equals("TEXT SEARCH DICTIONARY");
    if (cursor.at(TokenKind.OPEN) && !optionsFollow) {
      cursor.skipBalanced();
    }
    if (cursor.atEnd()) {
      throw cursor.unexpected("what is changed");
    }
    if (words.kind() == ObjectKind.PUBLICATION) {
      names.addAll(PublicationTables.read(cursor));
    }
    cursor.rest();
    return new OtherStatement("ALTER " + words.words(), names, cursor.statementSpan());
  }
}
