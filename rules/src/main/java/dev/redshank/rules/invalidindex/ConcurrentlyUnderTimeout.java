package dev.redshank.rules.invalidindex;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.AlterAction.DetachPartition;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.Reindex;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags concurrent index work that a timeout can stop half way. */
public final class ConcurrentlyUnderTimeout implements Rule {
  /** Transactions that are older than this when a deploy runs are rare; the wait for them ends by then. */
  private static final long ENOUGH_FOR_SNAPSHOTS = 120_000;

  /** What a build on a table of some hundred million rows takes. */
  private static final long ENOUGH_FOR_A_BUILD = 3_600_000;

  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("concurrently-under-timeout"),
          FailureMode.INVALID_INDEX,
          Severity.ERROR,
          "Timeout leaves an INVALID index behind")
      .about(CreateIndex.class, DropObjects.class, Reindex.class)
      .altering(DetachPartition.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    if (step.transaction().open()) {
      return List.of();
    }
    return ConcurrentWork.of(step)
        .filter(work -> work.about().map(table -> step.before().isOld(table)).orElse(true))
        .stream()
        .flatMap(work -> describe(step, work).stream())
        .toList();
  }

  private static List<Finding> describe(StatementStep step, ConcurrentWork work) {
    Timeout lock = step.transaction().lockTimeout();
    Timeout statement = step.transaction().statementTimeout();
    if (statement.isInForce() && statement.millis() < ENOUGH_FOR_A_BUILD) {
      String message =
          "statement_timeout = %s cancels %s on a table that takes longer, and leaves %s.";
      return List.of(
          finding(step, work, message.formatted(words(statement), work.words(), work.leftover())));
    }
    if (lock.isInForce() && lock.millis() < ENOUGH_FOR_SNAPSHOTS) {
      String message =
          "lock_timeout = %s cancels %s when any transaction in the database is older than that, and leaves %s.";
      Finding finding =
          finding(step, work, message.formatted(words(lock), work.words(), work.leftover()));
      return List.of(finding.withSeverity(Severity.WARNING));
    }
    return List.of();
  }

  private static String words(Timeout timeout) {
    return timeout.value().map(value -> "'" + value + "'").orElse(timeout.millis() + " ms");
  }

  private static Finding finding(StatementStep step, ConcurrentWork work, String message) {
    List<String> recipe = new ArrayList<>();
    if (step.transaction().lockTimeout().isInForce()) {
      recipe.add("SET lock_timeout = 0;");
    }
    if (step.transaction().statementTimeout().isInForce()) {
      recipe.add("SET statement_timeout = 0;");
    }
    recipe.addAll(Wording.ended(step.sql()));
    if (!work.cleanup().isEmpty()) {
      recipe.add("-- before another try: " + work.cleanup().get(0));
    }
    return INFO.finding(step.statement().span(), message).withRecipe(recipe);
  }
}
