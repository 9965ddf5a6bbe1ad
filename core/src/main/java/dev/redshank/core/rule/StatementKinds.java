package dev.redshank.core.rule;

import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * Kinds of statement that a rule is interested in.
 *
 * @param statements by class
 * @param actions of ALTER TABLE only one with an action of these kinds; none for any ALTER TABLE
 */
public record StatementKinds(
    Set<Class<? extends Statement>> statements, Set<Class<? extends AlterAction>> actions) {
  /** No statement. */
  public static final StatementKinds NONE = new StatementKinds(Set.of(), Set.of());

  public StatementKinds {
    statements = Set.copyOf(statements);
    actions = Set.copyOf(actions);
  }

  public boolean isEmpty() {
    return statements.isEmpty();
  }

  StatementKinds with(Set<Class<? extends Statement>> others) {
    Set<Class<? extends Statement>> more = new HashSet<>(statements);
    more.addAll(others);
    return new StatementKinds(more, actions);
  }

  StatementKinds altering(Set<Class<? extends AlterAction>> others) {
    return new StatementKinds(with(Set.of(AlterTable.class)).statements, others);
  }

  /** Whether a statement of one class, or an ALTER TABLE with an action of it, is among them. */
  boolean include(Class<?> kind) {
    boolean altering = AlterAction.class.isAssignableFrom(kind);
    return altering
        ? statements.contains(AlterTable.class) && (actions.isEmpty() || actions.contains(kind))
        : statements.contains(kind);
  }
}
