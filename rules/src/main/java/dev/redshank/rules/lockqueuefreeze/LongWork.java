package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.AlterAction.ValidateConstraint;
import dev.redshank.core.statement.CreateMaterializedView;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Query;
import dev.redshank.core.statement.RefreshMaterializedView;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Update;
import java.util.Optional;

/** Work whose time grows with the tables that it reads or changes. */
final class LongWork {
  private LongWork() {}

  /** What takes long about a statement, in words; empty where it is over at once. */
  static Optional<String> of(StatementStep step) {
    Statement statement = step.statement();
    if (statement instanceof Update update) {
      return when(update.filter().isUnbounded() && holdsRows(step, update.table()), "UPDATE");
    }
    if (statement instanceof Delete delete) {
      return when(delete.filter().isUnbounded() && holdsRows(step, delete.table()), "DELETE");
    }
    if (statement instanceof Insert insert) {
      boolean copies = insert.source() == Insert.InsertSource.QUERY;
      return when(copies && readsRows(step, insert.query()), "INSERT … SELECT");
    }
    if (statement instanceof Merge merge) {
      return when(readsRows(step, merge.query()), "MERGE");
    }
    if (statement instanceof CreateTableAs create) {
      return when(create.withData() && readsRows(step, create.query()), create.kind());
    }
    if (statement instanceof CreateMaterializedView create) {
      return when(create.withData() && readsRows(step, create.query()), create.kind());
    }
    return ofMaintenance(step);
  }

  private static Optional<String> ofMaintenance(StatementStep step) {
    if (step.statement() instanceof RefreshMaterializedView refresh) {
      return when(refresh.withData() && step.before().isOld(refresh.view()), refresh.kind());
    }
    boolean validates = step.alterations(ValidateConstraint.class)
        .anyMatch(found -> !step.impactOf(found).scans().isEmpty()
            && step.before().mayHoldRows(found.table())
            && !ValidatedInSameTransaction.isAddedJustBefore(step, found));
    return when(validates, "VALIDATE CONSTRAINT");
  }

  private static boolean holdsRows(StatementStep step, ObjectName table) {
    return step.before().mayHoldRows(table);
  }

  private static boolean readsRows(StatementStep step, Query query) {
    return query.reads().stream().anyMatch(table -> holdsRows(step, table));
  }

  private static Optional<String> when(boolean takesLong, String words) {
    return takesLong ? Optional.of(words) : Optional.empty();
  }
}
