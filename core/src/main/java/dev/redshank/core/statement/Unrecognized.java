package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * What is not understood.
 *
 * @param reason for people: what was found and why it is not read
 * @param names the objects that it may be about, which are unknown from here on
 */
public record Unrecognized(String reason, List<ObjectName> names, Span span) implements Statement {
  public Unrecognized {
    names = List.copyOf(names);
  }

  @Override
  public String kind() {
    return "not read";
  }
}
