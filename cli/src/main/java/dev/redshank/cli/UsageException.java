package dev.redshank.cli;

/** The command line asks for something that does not exist. The message says what does. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
