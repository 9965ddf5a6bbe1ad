package dev.redshank.core.statement;

/**
 * A statement that does not go on as it has to. It never leaves this package: {@link StatementReader} makes it an
 * {@link Unrecognized}, and a list of actions makes it one unread action.
 */
final class UnexpectedToken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Half of what is read in a hostile file ends here, so it carries no stack trace. */
  UnexpectedToken(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
