package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code TRUNCATE}.
 *
 * @param only those of the tables behind ONLY: their children are left alone
 */
public record Truncate(
    List<ObjectName> tables,
    List<ObjectName> only,
    boolean cascade,
    boolean restartIdentity,
    Span span)
    implements Statement {
  public Truncate {
    tables = List.copyOf(tables);
    only = List.copyOf(only);
  }

  @Override
  public String kind() {
    return "TRUNCATE TABLE";
  }
}
