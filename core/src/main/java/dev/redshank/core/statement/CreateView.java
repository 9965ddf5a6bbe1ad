package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/** {@code CREATE VIEW}. */
public record CreateView(
    ObjectName name,
    boolean orReplace,
    Persistence persistence,
    List<Identifier> columns,
    Query query,
    Span span)
    implements Statement {
  public CreateView {
    columns = List.copyOf(columns);
  }

  @Override
  public String kind() {
    return "CREATE VIEW";
  }
}
