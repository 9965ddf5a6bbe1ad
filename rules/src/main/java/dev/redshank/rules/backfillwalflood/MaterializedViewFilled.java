package dev.redshank.rules.backfillwalflood;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.CreateMaterializedView;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags a materialized view whose query runs inside the migration. */
public final class MaterializedViewFilled implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("materialized-view-filled"),
          FailureMode.BACKFILL_WAL_FLOOD,
          Severity.WARNING,
          "Materialized view filled by the migration")
      .about(CreateMaterializedView.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step
        .as(CreateMaterializedView.class)
        .filter(CreateMaterializedView::withData)
        .flatMap(view -> source(step, view).map(table -> describe(step, view, table)))
        .stream()
        .toList();
  }

  private static Optional<ObjectName> source(StatementStep step, CreateMaterializedView view) {
    return view.query().reads().stream()
        .filter(table -> step.before().mayHoldRows(table))
        .findFirst();
  }

  private static Finding describe(
      StatementStep step, CreateMaterializedView view, ObjectName from) {
    List<Uncertainty> doubts = step.doubtsAbout(from);
    String message =
        "The migration lasts until the query over %s is done and its rows are written to %s, and keeps every lock that it holds until then."
            .formatted(from, view.name());
    return INFO.finding(view.name().span(), Wording.with(message, doubts))
        .withUncertain(doubts)
        .withRecipe(List.of(
            "CREATE MATERIALIZED VIEW %s AS … WITH NO DATA;".formatted(view.name()),
            "-- after the deploy; queries on it fail (55000) until then",
            "REFRESH MATERIALIZED VIEW %s;".formatted(view.name())));
  }
}
