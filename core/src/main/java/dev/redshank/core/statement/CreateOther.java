package dev.redshank.core.statement;

import java.util.ArrayList;
import java.util.List;

/** CREATE of everything that has no reader of its own in {@link StatementReader}. */
final class CreateOther {
  private CreateOther() {}

  static Statement read(TokenCursor cursor) {
    int start = cursor.position();
    cursor.expect("CREATE");
    boolean orReplace = cursor.accept("OR", "REPLACE");
    Persistence persistence = PersistenceReader.read(cursor);
    return switch (cursor.word()) {
      case "VIEW", "RECURSIVE" -> ViewReader.view(cursor, orReplace, persistence);
      case "MATERIALIZED" -> ViewReader.materialized(cursor);
      case "FUNCTION", "PROCEDURE" -> RoutineReader.create(cursor, orReplace);
      case "TRIGGER", "CONSTRAINT" -> TriggerReader.trigger(cursor, orReplace);
      case "POLICY" -> TriggerReader.policy(cursor);
      case "RULE" -> TriggerReader.rule(cursor, orReplace);
      case "SCHEMA" -> SchemaReader.create(cursor);
      case "EXTENSION" -> extension(cursor);
      case "TABLE", "SEQUENCE" -> {
        cursor.reset(start);
        throw new UnexpectedToken("PostgreSQL has no CREATE OR REPLACE of a table or sequence");
      }
      default -> other(cursor);
    };
  }

  private static Statement extension(TokenCursor cursor) {
    cursor.expect("EXTENSION");
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    Identifier name = cursor.identifier("the name of an extension");
    cursor.rest();
    return new CreateExtension(name, ifNotExists, cursor.statementSpan());
  }

  private static Statement other(TokenCursor cursor) {
    cursor.accept("TRUSTED");
    cursor.accept("DEFAULT");
    ObjectWords words =
        ObjectWords.accept(cursor).orElseThrow(() -> cursor.unexpected("a kind of object"));
    cursor.accept("IF", "NOT", "EXISTS");
    List<ObjectName> names = new ArrayList<>();
    if (cursor.atName()) {
      names.add(cursor.qualified("a name"));
    }
    if (words.kind() == ObjectKind.PUBLICATION) {
      names.addAll(PublicationTables.read(cursor));
    } else if (words.kind() == ObjectKind.STATISTICS) {
      names.addAll(statisticsTable(cursor));
    }
    if (names.isEmpty() && cursor.atEnd()) {
      throw cursor.unexpected("a name");
    }
    cursor.rest();
    return new OtherStatement("CREATE " + words.words(), names, cursor.statementSpan());
  }

  /** {@code CREATE STATISTICS} may leave its own name out: then the table is the only one. */
  private static List<ObjectName> statisticsTable(TokenCursor cursor) {
    while (!cursor.atEnd() && !cursor.at("FROM")) {
      cursor.skipBalanced();
    }
    return cursor.accept("FROM") ? List.of(cursor.name("a table")) : List.of();
  }
}
