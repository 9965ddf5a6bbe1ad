package dev.redshank.cli.comment;

/** There is no comment, and the message says what the user can do about it. It never holds a token. */
public sealed class CommentException extends RuntimeException
    permits CommentException.Unanswered, CommentException.Missing {
  private static final long serialVersionUID = 1L;

  /** For words that hold nothing of what a server said, or from which a token was taken out. */
  public CommentException(String message) {
    super(message);
  }

  @Override
  public final String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Nobody knows whether what was asked for happened. */
  static final class Unanswered extends CommentException {
    private static final long serialVersionUID = 1L;

    Unanswered(String message) {
      super(message);
    }
  }

  /** What was asked for is not there, or the token may not see it. */
  static final class Missing extends CommentException {
    private static final long serialVersionUID = 1L;

    Missing(String message) {
      super(message);
    }
  }
}
