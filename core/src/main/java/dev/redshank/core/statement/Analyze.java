package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/** {@code ANALYZE}; no table means every one. */
public record Analyze(List<ObjectName> tables, Span span) implements Statement {
  public Analyze {
    tables = List.copyOf(tables);
  }

  @Override
  public String kind() {
    return "ANALYZE";
  }
}
