package dev.redshank.sandbox.drill;

/**
 * Something that the server's log tells of one session.
 *
 * @param pid of the session's server process
 * @param epochMillis when it was written, in ms since 1970
 * @param text the statement; PostgreSQL's words for a failure; or what an event trigger saw
 */
record LogEntry(long pid, double epochMillis, String database, Kind kind, String text) {
  /** What a line of the log can be about. */
  enum Kind {
    /** A statement begins. */
    STATEMENT,
    /** A statement failed. */
    FAILURE,
    /** An event trigger of the drill's own saw a change of the schema. */
    CHANGE
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }
}
