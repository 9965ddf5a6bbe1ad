package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;

/** Statements that begin with none of the words that {@link StatementReader} knows. */
final class OtherWords {
  private OtherWords() {}

  static Statement read(TokenCursor cursor) {
    if (cursor.at(TokenKind.PSQL_COMMAND)) {
      return psqlCommand(cursor);
    }
    return family(cursor).read(cursor);
  }

  private static FamilyReader family(TokenCursor cursor) {
    return switch (cursor.word()) {
      case "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE" ->
        TransactionReader::read;
      case "PREPARE" ->
        cursor.ahead(1, "TRANSACTION") ? TransactionReader::read : UtilityReader::prepare;
      case "SET" -> SettingReader::set;
      case "RESET" -> SettingReader::reset;
      case "COMMENT" -> CommentReader::comment;
      case "SECURITY" -> CommentReader::securityLabel;
      case "GRANT", "REVOKE" -> GrantReader::read;
      case "DO" -> RoutineReader::doBlock;
      case "COPY" -> CopyReader::read;
      case "CALL" -> UtilityReader::call;
      case "EXPLAIN" -> UtilityReader::explain;
      default -> DmlReader.begins(cursor) ? DmlReader::read : UtilityReader::named;
    };
  }

  private static Statement psqlCommand(TokenCursor cursor) {
    String line = cursor.tokens().text(cursor.position());
    int end = 1;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return new PsqlCommand(line.substring(1, end), cursor.statementSpan());
  }
}
