package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.Optional;

/** {@code CLUSTER}; no table means every one that was clustered before. */
public record Cluster(Optional<ObjectName> table, Optional<Identifier> index, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "CLUSTER";
  }
}
