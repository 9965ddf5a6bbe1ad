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
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.RoutineBody;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags a view that is gone when the transaction ends, while the running application may read it. */
public final class ViewDropped implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("view-dropped"),
          FailureMode.RENAME_IN_ROLLING_DEPLOY,
          Severity.WARNING,
          "View dropped under the running application")
      .at(TransactionEnd.class)
      .having(DropObjects.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    if (!end.committed() || end.migration().direction() == Direction.DOWN) {
      return List.of();
    }
    if (end.steps().stream().anyMatch(ViewDropped::runsDynamicSql)) {
      // It may well make the view again: migrations save a view's definition that way.
      return List.of();
    }
    Optional<SchemaView> after = end.after();
    return end.steps().stream()
        .flatMap(step -> step.as(DropObjects.class).stream()
            .filter(ViewDropped::isView)
            .flatMap(drop -> drop.names().stream()
                .filter(name -> isInUse(step, drop, name) && !isAnswered(step, name, after))
                .map(name -> describe(step, drop, name))))
        .toList();
  }

  private static boolean runsDynamicSql(StatementStep step) {
    return step.as(DoBlock.class)
        .flatMap(DoBlock::body)
        .map(RoutineBody::runsDynamicSql)
        .orElse(false);
  }

  private static boolean isView(DropObjects drop) {
    return drop.target() == ObjectKind.VIEW || drop.target() == ObjectKind.MATERIALIZED_VIEW;
  }

  /** IF EXISTS of a view that no migration makes is said to begin from a clean slate. */
  private static boolean isInUse(StatementStep step, DropObjects drop, ObjectName name) {
    boolean known = step.before().relation(name).isPresent();
    return (known || !drop.ifExists()) && step.before().isOld(name);
  }

  private static boolean isAnswered(
      StatementStep step, ObjectName name, Optional<SchemaView> after) {
    return after.flatMap(view -> view.state().relation(step.resolve(name))).isPresent();
  }

  private static Finding describe(StatementStep step, DropObjects drop, ObjectName name) {
    List<Uncertainty> doubts = step.doubtsAbout(name);
    String message =
        "Every query on %s fails (42P01) from this commit until a view of that name is there again, or the last old instance of the application is gone."
            .formatted(name);
    return INFO.finding(name.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(
            List.of(
                "-- replaced: in one transaction",
                "BEGIN;",
                "DROP %s %s;".formatted(drop.target().words(), name),
                "CREATE %s %s AS …;".formatted(drop.target().words(), name),
                "COMMIT;",
                "-- not needed any more: in a later deploy, when no instance of the application reads it"));
  }
}
