package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE TRIGGER}.
 *
 * @param events INSERT, UPDATE, DELETE, TRUNCATE
 * @param referenced the table behind FROM of a constraint trigger
 */
public record CreateTrigger(
    Identifier name,
    ObjectName table,
    boolean orReplace,
    boolean constraint,
    boolean forEachRow,
    List<String> events,
    Optional<ObjectName> referenced,
    Span span)
    implements Statement {
  public CreateTrigger {
    events = List.copyOf(events);
  }

  @Override
  public String kind() {
    return "CREATE TRIGGER";
  }
}
