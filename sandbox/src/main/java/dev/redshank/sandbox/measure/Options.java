package dev.redshank.sandbox.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The circumstances of a measurement.
 *
 * @param transaction whether the statement runs inside a transaction block
 * @param sameTransaction statements that run before it in the same transaction (or session)
 * @param otherSession statements of another session, whose transaction stays open meanwhile
 * @param timeZone the session's TimeZone; with a fixed zero offset some rewrites are spared
 */
public record Options(
    Transaction transaction,
    List<String> sameTransaction,
    List<String> otherSession,
    String timeZone) {
  /** Where a statement runs. */
  public enum Transaction {
    /** Inside a transaction, and once more outside when PostgreSQL says that it cannot. */
    WHERE_ALLOWED,
    INSIDE,
    OUTSIDE
  }

  /** A zone whose offset is not zero and changes over the year. */
  public static final String ZONE = "Europe/Berlin";

  /** Inside a transaction where that is allowed, alone, not under UTC. */
  public static final Options USUAL =
      new Options(Transaction.WHERE_ALLOWED, List.of(), List.of(), ZONE);

  public Options {
    sameTransaction = List.copyOf(sameTransaction);
    otherSession = List.copyOf(otherSession);
  }

  public Options inside() {
    return new Options(Transaction.INSIDE, sameTransaction, otherSession, timeZone);
  }

  public Options outside() {
    return new Options(Transaction.OUTSIDE, sameTransaction, otherSession, timeZone);
  }

  /** With one more statement before, in the same transaction. */
  public Options after(String statement) {
    return new Options(transaction, plus(sameTransaction, statement), otherSession, timeZone);
  }

  /** With one more statement of a session whose transaction stays open. */
  public Options beside(String statement) {
    return new Options(transaction, sameTransaction, plus(otherSession, statement), timeZone);
  }

  public Options in(String zone) {
    return new Options(transaction, sameTransaction, otherSession, zone);
  }

  private static List<String> plus(List<String> statements, String statement) {
    List<String> more = new ArrayList<>(statements);
    more.add(statement);
    return more;
  }
}
