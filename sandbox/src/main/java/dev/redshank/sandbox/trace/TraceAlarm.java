package dev.redshank.sandbox.trace;

/**
 * What would wake somebody up in production.
 *
 * @param line of the statement in {@code path}
 * @param message for people
 */
public record TraceAlarm(Kind kind, String path, int line, String message) {
  /** The thresholds are those that a team on call uses. */
  public enum Kind {
    /** Over 30 seconds. */
    SLOW_STATEMENT("slow-statement"),
    /** An index that is still invalid behind the deploy. */
    INVALID_INDEX("invalid-index"),
    /** A replica more than 10 seconds behind. */
    REPLICA_LAG("replica-lag");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As JSON writes it. */
    public String words() {
      return words;
    }
  }
}
