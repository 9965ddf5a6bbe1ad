package dev.redshank.rules.renameinrollingdeploy;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.statement.AlterAction.RenameRelation;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Flags a table or view whose old name nothing answers to when the transaction ends. */
public final class TableRenamed implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("table-renamed"),
          FailureMode.RENAME_IN_ROLLING_DEPLOY,
          Severity.WARNING,
          "Table renamed under the running application")
      .alsoIn(FailureMode.REPLICA_SCHEMA_DRIFT)
      .at(TransactionEnd.class)
      .havingAltered(RenameRelation.class)
      .covers("renaming-table");

  private static final Set<ObjectKind> TABLES_AND_VIEWS = Set.of(
      ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

  private static final Set<RelationKind> NOT_QUERIED =
      Set.of(RelationKind.INDEX, RelationKind.SEQUENCE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    if (!end.committed() || end.migration().direction() == Direction.DOWN) {
      return List.of();
    }
    Optional<SchemaView> after = end.after();
    return end.steps().stream()
        .flatMap(step ->
            step.alterations(RenameRelation.class).flatMap(renamed -> check(step, renamed, after)))
        .toList();
  }

  private static Stream<Finding> check(
      StatementStep step, Alteration<RenameRelation> renamed, Optional<SchemaView> after) {
    RelationName old = step.resolve(renamed.table());
    boolean answered = after.flatMap(view -> view.state().relation(old)).isPresent();
    return answered || !isInUse(step, renamed)
        ? Stream.empty()
        : Stream.of(describe(step, renamed));
  }

  /**
   * Nobody names a partition; its table is asked. Who rolls back has withdrawn the application that
   * used what the migration made.
   */
  private static boolean isInUse(StatementStep step, Alteration<RenameRelation> renamed) {
    Optional<Relation> relation = step.before().relation(renamed.table());
    boolean queried = relation
        .map(found -> !NOT_QUERIED.contains(found.kind()) && found.partitionOf().isEmpty())
        .orElseGet(() -> step.before().state().index(renamed.table()).isEmpty());
    return queried
        && TABLES_AND_VIEWS.contains(renamed.statement().target())
        && step.before().isOld(renamed.table())
        && !step.isMadeByUndone(renamed.table());
  }

  private static Finding describe(StatementStep step, Alteration<RenameRelation> renamed) {
    ObjectName table = renamed.table();
    List<Uncertainty> doubts = step.doubtsAbout(table);
    String message =
        "Every query that still says %s fails (42P01) from this commit until the last old instance of the application is gone."
            .formatted(table);
    return INFO.finding(renamed.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(renamed));
  }

  private static List<String> recipe(Alteration<RenameRelation> renamed) {
    ObjectName table = renamed.table();
    Identifier to = renamed.action().to();
    ObjectName now = new ObjectName(table.schema(), to.name(), to.span());
    return List.of(
        "BEGIN;",
        "ALTER TABLE %s RENAME TO %s;".formatted(table, to),
        "-- the old name keeps working; simple views can be written to",
        "CREATE VIEW %s AS SELECT * FROM %s;".formatted(table, now),
        "COMMIT;",
        "-- in a later deploy, when nobody uses the old name:",
        "DROP VIEW %s;".formatted(table));
  }
}
