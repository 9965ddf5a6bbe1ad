package dev.redshank.sandbox.measure;

import java.util.Locale;
import java.util.Set;

/** A statement for which no transaction is open. */
final class LoneStatement {
  /** What means something else, or nothing, in a transaction that is opened around it. */
  private static final Set<String> ALONE = Set.of(
      "begin",
      "start",
      "commit",
      "end",
      "rollback",
      "abort",
      "savepoint",
      "release",
      "set",
      "reset",
      "show",
      "lock",
      "discard");

  private LoneStatement() {}

  /** Whether it must not be looked at inside a transaction of its own: there it would do something else. */
  static boolean staysAlone(String statement) {
    return ALONE.contains(firstWord(statement));
  }

  /** Whether it is LOCK TABLE, which PostgreSQL refuses where no transaction is open. */
  static boolean locks(String statement) {
    return firstWord(statement).equals("lock");
  }

  private static String firstWord(String statement) {
    return statement.stripLeading().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
