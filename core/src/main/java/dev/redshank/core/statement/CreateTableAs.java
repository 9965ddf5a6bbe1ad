package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/** {@code CREATE TABLE … AS} or {@code SELECT … INTO}. */
public record CreateTableAs(
    ObjectName name,
    boolean ifNotExists,
    Persistence persistence,
    List<Identifier> columns,
    boolean withData,
    Query query,
    boolean selectInto,
    Span span)
    implements Statement {
  public CreateTableAs {
    columns = List.copyOf(columns);
  }

  @Override
  public String kind() {
    return selectInto ? "SELECT INTO" : "CREATE TABLE AS";
  }
}
