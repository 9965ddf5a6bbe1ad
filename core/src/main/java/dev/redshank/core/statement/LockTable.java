package dev.redshank.core.statement;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.text.Span;
import java.util.List;

/** {@code LOCK TABLE}. */
public record LockTable(List<ObjectName> tables, LockMode mode, boolean nowait, Span span)
    implements Statement {
  public LockTable {
    tables = List.copyOf(tables);
  }

  @Override
  public String kind() {
    return "LOCK TABLE";
  }
}
