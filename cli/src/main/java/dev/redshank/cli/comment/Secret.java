package dev.redshank.cli.comment;

import java.util.Optional;

/** A token. It is sent, and never shown: not even where a server or an exception repeats it. */
public final class Secret {
  private static final String HIDDEN = "***";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** The token in a variable of the environment; empty when it can be none, which no message repeats. */
  public static Optional<Secret> of(String text) {
    String value = text.strip();
    // What a header refuses would be quoted by the exception that refuses it.
    boolean sendable = !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return sendable ? Optional.of(new Secret(value)) : Optional.empty();
  }

  /** The token with what a header says before it. */
  String behind(String prefix) {
    return prefix + value;
  }

  /** The text without the token. */
  String hiddenIn(String text) {
    return text.replace(value, HIDDEN);
  }

  @Override
  public String toString() {
    return HIDDEN;
  }
}
