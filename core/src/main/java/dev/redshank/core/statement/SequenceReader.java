package dev.redshank.core.statement;

import java.util.List;

/** Reads CREATE and ALTER SEQUENCE. */
final class SequenceReader {
  private SequenceReader() {}

  static Statement create(TokenCursor cursor) {
    cursor.expect("CREATE");
    Persistence persistence = PersistenceReader.read(cursor);
    cursor.expect("SEQUENCE");
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    ObjectName name = cursor.name("the name of a sequence");
    SequenceOptions.read(cursor);
    return new CreateSequence(name, ifNotExists, persistence, cursor.statementSpan());
  }

  /** What a sequence shares with a table is read like that; the cursor stands behind the words ALTER SEQUENCE. */
  static Statement alter(TokenCursor cursor) {
    int start = cursor.position();
    boolean ifExists = cursor.accept("IF", "EXISTS");
    ObjectName name = cursor.qualified("the name of a sequence");
    boolean likeTable = cursor.atAny("RENAME", "OWNER")
        || cursor.at("SET", "SCHEMA")
        || cursor.at("SET", "LOGGED")
        || cursor.at("SET", "UNLOGGED");
    if (likeTable || cursor.atEnd()) {
      cursor.reset(start);
      return AlterTableReader.read(ObjectKind.SEQUENCE, cursor);
    }
    cursor.namedObjects().add(name);
    List<String> options = SequenceOptions.read(cursor);
    return new AlterSequence(name, ifExists, options, cursor.statementSpan());
  }
}
