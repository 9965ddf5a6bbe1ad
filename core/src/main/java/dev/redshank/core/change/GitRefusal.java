package dev.redshank.core.change;

/** Git does not say what changed. The message says why, and what to do. */
public final class GitRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  GitRefusal(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
