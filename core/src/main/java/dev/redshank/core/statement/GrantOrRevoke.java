package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code GRANT} or {@code REVOKE}; roles and objects without a name of their own are not listed. One whose target is a
 * role is about membership in it.
 */
public record GrantOrRevoke(boolean revoke, ObjectKind target, List<ObjectName> names, Span span)
    implements Statement {
  public GrantOrRevoke {
    names = List.copyOf(names);
  }

  @Override
  public String kind() {
    String verb = revoke ? "REVOKE" : "GRANT";
    return target == ObjectKind.ROLE ? verb + " ROLE" : verb;
  }
}
