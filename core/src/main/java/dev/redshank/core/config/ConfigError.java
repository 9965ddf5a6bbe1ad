package dev.redshank.core.config;

import dev.redshank.core.text.Span;

/** Something in a configuration that the user must mend, with its place. */
final class ConfigError extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Span span;

  ConfigError(Span span, String message) {
    super(message);
    this.span = span;
  }

  Span span() {
    return span;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
