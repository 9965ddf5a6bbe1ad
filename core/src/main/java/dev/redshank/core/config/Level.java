package dev.redshank.core.config;

import dev.redshank.core.finding.Severity;
import java.util.Locale;
import java.util.Optional;

/** What a project makes of a rule's findings. */
public enum Level {
  OFF,
  NOTE,
  WARNING,
  ERROR;

  /** As configurations write it. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity; none for a rule that is off. */
  public Optional<Severity> severity() {
    return switch (this) {
      case OFF -> Optional.empty();
      case NOTE -> Optional.of(Severity.NOTE);
      case WARNING -> Optional.of(Severity.WARNING);
      case ERROR -> Optional.of(Severity.ERROR);
    };
  }
}
