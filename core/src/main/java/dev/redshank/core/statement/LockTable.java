package dev.redshank.core.statement;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code LOCK TABLE}.
 *
 * @param only those of the tables behind ONLY: their partitions and children are left alone
 */
public record LockTable(
    List<ObjectName> tables, List<ObjectName> only, LockMode mode, boolean nowait, Span span)
    implements Statement {
  public LockTable {
    tables = List.copyOf(tables);
    only = List.copyOf(only);
  }

  @Override
  public String kind() {
    return "LOCK TABLE";
  }
}
