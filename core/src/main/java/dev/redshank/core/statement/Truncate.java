package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/** {@code TRUNCATE}. */
public record Truncate(List<ObjectName> tables, boolean cascade, boolean restartIdentity, Span span)
    implements Statement {
  public Truncate {
    tables = List.copyOf(tables);
  }

  @Override
  public String kind() {
    return "TRUNCATE TABLE";
  }
}
