package dev.redshank.rules.notnullwithoutbackfill;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.NullProof;
import dev.redshank.core.statement.AlterAction.SetNotNull;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags SET NOT NULL where no valid constraint shows that every row has a value. */
public final class SetNotNullWithoutCheck implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("set-not-null-without-check"),
          FailureMode.NOT_NULL_WITHOUT_BACKFILL,
          Severity.ERROR,
          "SET NOT NULL reads the whole table")
      .alsoIn(FailureMode.LOCK_QUEUE_FREEZE)
      .altering(SetNotNull.class)
      .covers("adding-not-nullable-field");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    List<Alteration<SetNotNull>> reading = step.alterations(SetNotNull.class)
        .filter(set -> step.before().mayHoldRows(set.table()))
        .filter(set -> !step.impactOf(set).scans().isEmpty())
        .toList();
    return reading.isEmpty() ? List.of() : List.of(describe(step, reading));
  }

  /** One statement reads the table once, for all its columns. */
  private static Finding describe(StatementStep step, List<Alteration<SetNotNull>> all) {
    Alteration<SetNotNull> set = all.get(0);
    List<String> columns =
        all.stream().map(each -> each.action().column().toString()).toList();
    List<Uncertainty> doubts =
        Wording.both(step.impactOf(set).uncertain(), step.doubtsAbout(set.table()));
    boolean unvalidated = proof(step, set) == NullProof.NOT_VALID;
    String message =
        "%severy row of %s is read while nobody can read or write it, and the migration fails (23502) at the first NULL in %s."
            .formatted(
                unvalidated ? "The check is still NOT VALID: " : "No valid check covers it: ",
                set.table(),
                Wording.listed(columns, "or"));
    return INFO.finding(set.span(), Wording.with(message, unsaid(doubts)))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(step, all, columns.subList(1, columns.size())));
  }

  /** That a row may hold NULL is what the message says already. */
  private static List<Uncertainty> unsaid(List<Uncertainty> doubts) {
    return doubts.stream().filter(doubt -> !doubt.fact().equals("rows")).toList();
  }

  private static NullProof proof(StatementStep step, Alteration<SetNotNull> set) {
    return step.before().state().notNullProof(set.table(), set.action().column().name());
  }

  private static List<String> recipe(
      StatementStep step, List<Alteration<SetNotNull>> all, List<String> others) {
    List<String> lines = new ArrayList<>(recipe(step, all.get(0)));
    if (!others.isEmpty()) {
      lines.add("-- likewise for " + String.join(", ", others));
    }
    return lines;
  }

  private static List<String> recipe(StatementStep step, Alteration<SetNotNull> set) {
    ObjectName table = set.table();
    Identifier column = set.action().column();
    String name = Wording.named(table.name(), column.name(), "not_null");
    List<String> lines = new ArrayList<>();
    lines.add("-- after the rows that hold NULL have got a value, in batches");
    if (step.postgres().atLeast(18)) {
      lines.add(
          "ALTER TABLE %s ADD CONSTRAINT %s NOT NULL %s NOT VALID;".formatted(table, name, column));
      lines.add("-- in a later transaction; reads and writes go on");
      lines.add("ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(table, name));
      return lines;
    }
    lines.add("ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID;"
        .formatted(table, name, column));
    lines.add("-- in a later transaction; reads and writes go on");
    lines.add("ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(table, name));
    lines.add("-- in a third one; the check spares the scan");
    lines.add("ALTER TABLE %s ALTER COLUMN %s SET NOT NULL;".formatted(table, column));
    lines.add("ALTER TABLE %s DROP CONSTRAINT %s;".formatted(table, name));
    return lines;
  }
}
