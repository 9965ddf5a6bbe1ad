package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.Optional;

/** {@code COPY}; data lines belong to its extent. */
public record Copy(Optional<ObjectName> table, boolean from, Optional<Query> query, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "COPY";
  }
}
