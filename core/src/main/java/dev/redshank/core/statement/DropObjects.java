package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/** {@code DROP} of any object that a name alone finds. */
public record DropObjects(
    ObjectKind target,
    List<ObjectName> names,
    boolean concurrently,
    boolean ifExists,
    boolean cascade,
    Span span)
    implements Statement {
  public DropObjects {
    names = List.copyOf(names);
  }

  @Override
  public String kind() {
    return "DROP " + target.words();
  }
}
