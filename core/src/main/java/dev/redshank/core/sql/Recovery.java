package dev.redshank.core.sql;

import java.util.Locale;
import java.util.Set;

/**
 * Where reading goes on behind a quote that nothing closes: at a semicolon that ends its line, when
 * the next line that is not blank begins with the first word of a statement.
 */
final class Recovery {
  private static final Set<String> FIRST_WORDS = Set.of(
      "ALTER",
      "ANALYZE",
      "BEGIN",
      "CALL",
      "CLUSTER",
      "COMMENT",
      "COMMIT",
      "COPY",
      "CREATE",
      "DELETE",
      "DO",
      "DROP",
      "GRANT",
      "INSERT",
      "LOCK",
      "MERGE",
      "REFRESH",
      "REINDEX",
      "RESET",
      "REVOKE",
      "ROLLBACK",
      "SELECT",
      "SET",
      "START",
      "TRUNCATE",
      "UPDATE",
      "VACUUM",
      "WITH");

  private Recovery() {}

  /** Whether the semicolon at {@code semicolon} is such a place. */
  static boolean statementFollows(String text, int semicolon) {
    int i = semicolon + 1;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    if (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      return false;
    }
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    int end = i;
    while (end < text.length() && end < i + 12 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return FIRST_WORDS.contains(text.substring(i, end).toUpperCase(Locale.ROOT));
  }

  /** The first such semicolon from {@code from} on, or the end of the text. */
  static int statementEnd(String text, int from) {
    int semicolon = text.indexOf(';', from);
    while (semicolon >= 0 && !statementFollows(text, semicolon)) {
      semicolon = text.indexOf(';', semicolon + 1);
    }
    return semicolon < 0 ? text.length() : semicolon;
  }
}
