package dev.redshank.rules.invalidindex;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.MigrationEnd;
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

/** Flags concurrent index work that shares its file with other statements where the runner wants it alone. */
public final class ConcurrentlyNotAlone implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("concurrently-not-alone"),
          FailureMode.INVALID_INDEX,
          Severity.ERROR,
          "CONCURRENTLY beside other statements in one file")
      .at(MigrationEnd.class)
      .having(CreateIndex.class, DropObjects.class, Reindex.class)
      .havingAltered(DetachPartition.class)
      .covers("ban-concurrent-index-creation-in-transaction");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(MigrationEnd end) {
    return end.steps().stream()
        .filter(NotAlone.in(end))
        .flatMap(step -> ConcurrentWork.of(step).map(work -> describe(step, work)).stream())
        .toList();
  }

  private static Finding describe(StatementStep step, ConcurrentWork work) {
    boolean sent = NotAlone.isSentTogether(step);
    String message = sent
        ? "%s fails here (25001): a runner that sends the file as one message, as golang-migrate does, makes one transaction of its statements."
        : "Flyway refuses this migration before it runs a statement of it: %s wants no transaction, and others in the file get one.";
    return INFO.finding(step.statement().span(), message.formatted(work.words()))
        .withRecipe(recipe(step, sent));
  }

  private static List<String> recipe(StatementStep step, boolean sent) {
    List<String> lines = new ArrayList<>();
    lines.add("-- alone in a migration of its own");
    lines.addAll(Wording.ended(step.sql()));
    lines.add(
        sent
            ? "-- or with x-multi-statement=true in the address of the database"
            : "-- or with executeInTransaction=false in the script's .sql.conf file");
    return lines;
  }
}
