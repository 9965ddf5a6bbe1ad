package dev.redshank.core.statement;

import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;

/** Turns tokens into statements. It never throws: what it does not know is {@link Unrecognized}. */
public final class StatementReader {
  /** What {@code statement} says. */
  public Statement read(SqlStatement statement) {
    return read(statement.tokens());
  }

  /** What tokens say that hold one statement without its semicolon; there must be one. */
  static Statement read(Tokens tokens) {
    TokenCursor cursor = new TokenCursor(tokens);
    if (tokens.is(tokens.size() - 1, TokenKind.UNTERMINATED)) {
      return new Unrecognized(unclosed(tokens), cursor.namedObjects(), tokens.span());
    }
    try {
      return family(cursor).read(cursor);
    } catch (UnexpectedToken problem) {
      return new Unrecognized(problem.reason(), cursor.namedObjects(), tokens.span());
    }
  }

  private static String unclosed(Tokens tokens) {
    String text = tokens.text(tokens.size() - 1);
    String begin = text.length() > 30 ? text.substring(0, 30) + "…" : text;
    return "nothing closes the quote or comment that begins with «" + begin + "»";
  }

  private static FamilyReader family(TokenCursor cursor) {
    return switch (cursor.word()) {
      case "CREATE" -> creating(cursor);
      case "ALTER" -> altering(cursor);
      case "DROP" -> DropReader::read;
      case "TRUNCATE" -> MaintenanceReader::truncate;
      case "LOCK" -> MaintenanceReader::lock;
      case "VACUUM" -> MaintenanceReader::vacuum;
      case "ANALYZE", "ANALYSE" -> MaintenanceReader::analyze;
      case "CLUSTER" -> MaintenanceReader::cluster;
      case "REFRESH" -> MaintenanceReader::refresh;
      case "REINDEX" -> IndexReader::rebuild;
      default -> OtherWords::read;
    };
  }

  private static FamilyReader creating(TokenCursor cursor) {
    int start = cursor.position();
    cursor.skip(1);
    PersistenceReader.read(cursor);
    FamilyReader reader = switch (cursor.word()) {
      case "TABLE" -> CreateTableReader::read;
      case "FOREIGN" -> cursor.ahead(1, "TABLE") ? CreateTableReader::read : CreateOther::read;
      case "UNIQUE", "INDEX" -> IndexReader::create;
      case "SEQUENCE" -> SequenceReader::create;
      case "DOMAIN" -> DomainReader::create;
      case "TYPE" -> TypeStatementReader::create;
      default -> CreateOther::read;
    };
    cursor.reset(start);
    return reader;
  }

  private static FamilyReader altering(TokenCursor cursor) {
    if (cursor.ahead(1, "MATERIALIZED")) {
      return relation(ObjectKind.MATERIALIZED_VIEW, "MATERIALIZED", "VIEW");
    }
    if (cursor.ahead(1, "FOREIGN") && cursor.ahead(2, "TABLE")) {
      return relation(ObjectKind.FOREIGN_TABLE, "FOREIGN", "TABLE");
    }
    cursor.skip(1);
    String word = cursor.word();
    cursor.reset(cursor.position() - 1);
    return switch (word) {
      case "TABLE" -> relation(ObjectKind.TABLE, word);
      case "INDEX" -> relation(ObjectKind.INDEX, word);
      case "VIEW" -> relation(ObjectKind.VIEW, word);
      case "SEQUENCE" -> relation(ObjectKind.SEQUENCE, word);
      case "DOMAIN" -> DomainReader::alter;
      case "TYPE" -> TypeStatementReader::alter;
      default -> AlterObjectReader::read;
    };
  }

  private static FamilyReader relation(ObjectKind kind, String... words) {
    return cursor -> {
      cursor.expect("ALTER");
      cursor.expect(words);
      return kind == ObjectKind.SEQUENCE
          ? SequenceReader.alter(cursor)
          : AlterTableReader.read(kind, cursor);
    };
  }
}
