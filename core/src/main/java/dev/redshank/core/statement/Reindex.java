package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.Optional;

/** {@code REINDEX}. */
public record Reindex(Scope scope, Optional<ObjectName> name, boolean concurrently, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "REINDEX";
  }

  /** What is rebuilt. */
  public enum Scope {
    INDEX,
    TABLE,
    SCHEMA,
    DATABASE,
    SYSTEM
  }
}
