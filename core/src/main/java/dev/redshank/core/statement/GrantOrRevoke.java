package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/** {@code GRANT} or {@code REVOKE}; roles and objects without a name of their own are not listed. */
public record GrantOrRevoke(
    boolean revoke,
    ObjectKind target,
    List<ObjectName> names,
    Span span) implements Statement {
  public GrantOrRevoke {
    names = List.copyOf(names);
  }

  @Override
  public String kind() {
    return revoke ? "REVOKE" : "GRANT";
  }
}
