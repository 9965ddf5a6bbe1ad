package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/** {@code VACUUM}; no table means every one. */
public record Vacuum(List<ObjectName> tables, boolean full, boolean analyze, Span span)
    implements Statement {
  public Vacuum {
    tables = List.copyOf(tables);
  }

  @Override
  public String kind() {
    return "VACUUM";
  }
}
