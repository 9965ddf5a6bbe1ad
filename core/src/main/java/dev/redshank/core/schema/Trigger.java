package dev.redshank.core.schema;

import dev.redshank.core.statement.AlterAction.Firing;
import java.util.List;

/**
 * A trigger of a table.
 *
 * @param events INSERT, UPDATE, DELETE, TRUNCATE
 * @param forEachRow whether it fires for each row rather than once a statement
 * @param constraint whether it is a constraint trigger
 * @param firing when it fires
 * @param since when it was made
 * @param madeAt where
 */
public record Trigger(
    String name,
    List<String> events,
    boolean forEachRow,
    boolean constraint,
    Firing firing,
    Era since,
    Place madeAt) {
  public Trigger {
    events = List.copyOf(events);
  }

  Trigger named(String other) {
    return new Trigger(other, events, forEachRow, constraint, firing, since, madeAt);
  }

  Trigger firing(Firing other) {
    return new Trigger(name, events, forEachRow, constraint, other, since, madeAt);
  }
}
