package dev.redshank.sandbox;

/** The sandbox cannot go on; the message says what is missing and how to mend it. */
public final class SandboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SandboxException(String message) {
    super(message);
  }

  public SandboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
