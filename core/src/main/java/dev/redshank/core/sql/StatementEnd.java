package dev.redshank.core.sql;

/**
 * Where a statement ends. A semicolon ends it except between {@code BEGIN ATOMIC} and its {@code
 * END} in a routine of SQL, and between the parentheses of {@code CREATE RULE}: the only two places
 * where PostgreSQL's grammar has one inside a statement.
 */
final class StatementEnd {
  private final TokenTable table;
  private final int start;
  private int parentheses;
  private int blocks;

  private StatementEnd(TokenTable table, int start) {
    this.table = table;
    this.start = start;
  }

  /** The index behind the statement's last token: its semicolon, if it has one. */
  static int after(TokenTable table, int start) {
    TokenKind first = table.kind(start);
    if (first == TokenKind.PSQL_COMMAND || first == TokenKind.COPY_DATA) {
      return start + 1;
    }
    return new StatementEnd(table, start).find();
  }

  private int find() {
    boolean rule = isCreate("RULE", "RULE");
    boolean routine = isCreate("FUNCTION", "PROCEDURE");
    for (int i = start; i < table.size(); i++) {
      switch (table.kind(i)) {
        case OPEN -> parentheses++;
        case CLOSE -> parentheses--;
        case PSQL_COMMAND, COPY_DATA -> {
          return i;
        }
        case UNTERMINATED -> {
          return i + 1;
        }
        case WORD -> {
          if (routine) {
            countBlocks(i);
          }
        }
        case SEMICOLON -> {
          if (blocks == 0 && !(rule && parentheses > 0)) {
            return i;
          }
        }
        default -> {}
      }
    }
    return table.size();
  }

  private void countBlocks(int i) {
    if (table.isWord(i, "BEGIN") && table.isWord(i + 1, "ATOMIC")) {
      blocks++;
    } else if (blocks > 0 && table.isWord(i, "CASE")) {
      blocks++;
    } else if (blocks > 0 && table.isWord(i, "END")) {
      blocks--;
    }
  }

  private boolean isCreate(String one, String other) {
    if (!table.isWord(start, "CREATE")) {
      return false;
    }
    int at = table.isWord(start + 1, "OR") ? start + 3 : start + 1;
    return table.isWord(at, one) || table.isWord(at, other);
  }
}
