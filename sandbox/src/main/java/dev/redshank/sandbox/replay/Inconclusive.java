package dev.redshank.sandbox.replay;

/** A situation that a replay needs did not come about, so it can say nothing. */
public final class Inconclusive extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Inconclusive(String message) {
    super(message);
  }

  public Inconclusive(String message, Throwable cause) {
    super(message, cause);
  }
}
