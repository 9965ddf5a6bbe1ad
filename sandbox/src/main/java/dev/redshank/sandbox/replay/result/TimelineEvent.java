package dev.redshank.sandbox.replay.result;

/**
 * What a session did for a while.
 *
 * @param session its name, such as {@code migration}
 * @param fromMillis since the act began
 * @param toMillis since the act began
 * @param detail the statement; the lock, as {@code ACCESS EXCLUSIVE on orders}; or the session that
 *     is waited for
 */
public record TimelineEvent(
    String session, double fromMillis, double toMillis, State state, String detail) {
  /** What a session can be about. */
  public enum State {
    /** It runs a statement. */
    RUNNING,
    /** Its transaction holds a lock. */
    HOLDING,
    /** It waits for another session. */
    WAITING
  }
}
