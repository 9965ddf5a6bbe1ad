package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.Optional;

/** {@code RESET}; no name means ALL. */
public record ResetSetting(Optional<String> name, Span span) implements Statement {
  @Override
  public String kind() {
    return "RESET";
  }
}
