package dev.redshank.rules.hiddenrewrite;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.SqlExpression;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags a column default that PostgreSQL has to compute for every existing row. */
public final class VolatileDefaultRewrite implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("volatile-default-rewrite"),
          FailureMode.HIDDEN_REWRITE,
          Severity.ERROR,
          "Volatile default rewrites the table")
      .alsoIn(FailureMode.BACKFILL_WAL_FLOOD)
      .altering(AddColumn.class)
      .covers("adding-field-with-default");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return AddedColumn.in(step)
        .filter(added -> added.rewrites() || added.mayRewrite())
        .filter(added -> !added.rewritesWithoutDefault())
        .flatMap(added ->
            added.definition().defaultValue().map(value -> describe(added, value)).stream())
        .toList();
  }

  private static Finding describe(AddedColumn added, SqlExpression value) {
    List<Uncertainty> doubts = added.doubts();
    String words = added.rewrites()
        ? "%s differs per row, so %s and its indexes are rewritten while nobody can read or write it."
        : "If %s differs per row, %s and its indexes are rewritten while nobody can read or write it.";
    String message = words.formatted(value.sql(), added.table());
    return INFO.finding(value.span(), Wording.with(message, doubts))
        .withLocks(added.step().blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(added, value));
  }

  private static List<String> recipe(AddedColumn added, SqlExpression value) {
    String column = added.definition().name().toString();
    String type = added.definition().type().map(Object::toString).orElse("");
    List<String> lines = new ArrayList<>();
    lines.add("ALTER TABLE %s ADD COLUMN %s %s;".formatted(added.table(), column, type));
    lines.add("ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s;"
        .formatted(added.table(), column, value.sql()));
    lines.addAll(added.backfill(value.sql()));
    return lines;
  }
}
