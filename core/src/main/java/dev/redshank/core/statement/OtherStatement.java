package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A statement that is known by its command tag only.
 *
 * @param kind the command tag, such as {@code CREATE ROLE}
 * @param names the objects that it names, where they matter
 */
public record OtherStatement(String kind, List<ObjectName> names, Span span) implements Statement {
  public OtherStatement {
    names = List.copyOf(names);
  }

  /** The object that it is about, where it names one. */
  public Optional<ObjectName> name() {
    return names.stream().findFirst();
  }
}
