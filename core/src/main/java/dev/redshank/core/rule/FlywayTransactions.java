package dev.redshank.core.rule;

import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.OtherStatement;
import dev.redshank.core.statement.Reindex;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Vacuum;
import java.util.List;
import java.util.Set;

/**
 * Which statements Flyway knows to refuse a transaction, by its documentation and its parser (13.0):
 * a script of nothing else runs without one. It does not know REINDEX … CONCURRENTLY, DETACH PARTITION
 * CONCURRENTLY or CLUSTER, and it refuses scripts that mix both kinds unless {@code mixed} is set.
 */
public final class FlywayTransactions {
  private static final Set<String> OTHER_KINDS = Set.of(
      "CREATE DATABASE",
      "CREATE TABLESPACE",
      "CREATE SUBSCRIPTION",
      "DROP SUBSCRIPTION",
      "ALTER SYSTEM",
      "DISCARD ALL");

  private FlywayTransactions() {}

  /** Whether Flyway runs a script of these statements without a transaction. */
  public static boolean runsOutside(List<Statement> statements) {
    return !statements.isEmpty()
        && statements.stream().allMatch(FlywayTransactions::refusesTransaction);
  }

  /** Whether Flyway knows that a statement runs outside a transaction only. */
  public static boolean refusesTransaction(Statement statement) {
    if (statement instanceof CreateIndex index) {
      return index.concurrently();
    }
    if (statement instanceof DropObjects drop) {
      return drop.concurrently()
          || drop.target() == ObjectKind.DATABASE
          || drop.target() == ObjectKind.TABLESPACE
          || drop.target() == ObjectKind.SUBSCRIPTION;
    }
    if (statement instanceof Reindex reindex) {
      return !reindex.concurrently()
          && reindex.scope() != Reindex.Scope.INDEX
          && reindex.scope() != Reindex.Scope.TABLE;
    }
    return statement instanceof Vacuum
        || (statement instanceof OtherStatement other && OTHER_KINDS.contains(other.kind()));
  }
}
