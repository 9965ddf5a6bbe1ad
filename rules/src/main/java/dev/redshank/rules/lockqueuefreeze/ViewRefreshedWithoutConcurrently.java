package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.RefreshMaterializedView;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags REFRESH that locks a materialized view against its readers. */
public final class ViewRefreshedWithoutConcurrently implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("view-refreshed-without-concurrently"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "Refresh stops the readers of a view")
      .about(RefreshMaterializedView.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step
        .as(RefreshMaterializedView.class)
        .filter(refresh -> !refresh.concurrently() && refresh.withData())
        .filter(refresh -> step.before().isOld(refresh.view()))
        .map(refresh -> describe(step, refresh))
        .stream()
        .toList();
  }

  private static Finding describe(StatementStep step, RefreshMaterializedView refresh) {
    String message = "Nobody can read %s until its query has run and its indexes are built."
        .formatted(refresh.view());
    List<Uncertainty> doubts = step.doubtsAbout(refresh.view());
    return INFO.finding(refresh.view().span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(step, refresh));
  }

  private static List<String> recipe(StatementStep step, RefreshMaterializedView refresh) {
    List<String> lines = new ArrayList<>();
    if (step.before().state().uniqueKeys(refresh.view()).isEmpty()) {
      lines.add(
          "-- once, outside a transaction: CONCURRENTLY needs a unique index on plain columns");
      lines.add("CREATE UNIQUE INDEX CONCURRENTLY %s ON %s (…);"
          .formatted(Wording.named(refresh.view().name(), "key"), refresh.view()));
    }
    lines.add("REFRESH MATERIALIZED VIEW CONCURRENTLY %s;".formatted(refresh.view()));
    return lines;
  }
}
