package dev.redshank.rules.hiddenrewrite;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.Column;
import dev.redshank.core.statement.AlterAction.AlterColumnType;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.TypeName;
import dev.redshank.rules.words.Batches;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags a change of a column's type that writes the table anew, builds its indexes or reads every row. */
public final class ColumnTypeRewrite implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("column-type-rewrite"),
          FailureMode.HIDDEN_REWRITE,
          Severity.ERROR,
          "Change of a column's type rewrites the table")
      .alsoIn(FailureMode.LOCK_QUEUE_FREEZE, FailureMode.BACKFILL_WAL_FLOOD)
      .altering(AlterColumnType.class)
      .covers("changing-column-type");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    List<Alteration<AlterColumnType>> changes = step.alterations(AlterColumnType.class)
        .filter(changed -> step.before().mayHoldRows(changed.table()))
        .filter(changed -> consequence(step, changed).isPresent())
        .toList();
    return changes.isEmpty() ? List.of() : List.of(describe(step, changes));
  }

  private static Optional<String> consequence(
      StatementStep step, Alteration<AlterColumnType> changed) {
    StatementImpact impact = step.impactOf(changed);
    ObjectName table = changed.table();
    if (!impact.rewrites().isEmpty()) {
      return Optional.of(
          "%s and its indexes are rewritten while nobody can read or write it".formatted(table));
    }
    if (!impact.builds().isEmpty()) {
      return Optional.of(
          "%s is built anew while nobody can read or write %s".formatted(listed(impact), table));
    }
    if (!impact.scans().isEmpty()) {
      return Optional.of(
          "every row of %s is checked again while nobody can read or write it".formatted(table));
    }
    return type(step, changed).isEmpty()
        ? Optional.of(
            "unless the type before has the same form on disk, %s and its indexes are rewritten while nobody can read or write it"
                .formatted(table))
        : Optional.empty();
  }

  private static String listed(StatementImpact impact) {
    return String.join(", ", impact.builds().stream().map(Object::toString).toList());
  }

  private static Optional<TypeName> type(StatementStep step, Alteration<AlterColumnType> changed) {
    return step.before()
        .relation(changed.table())
        .flatMap(table -> table.column(changed.action().column().name()))
        .flatMap(Column::type);
  }

  /** One statement rewrites the table once, for all its columns. */
  private static Finding describe(StatementStep step, List<Alteration<AlterColumnType>> changes) {
    Alteration<AlterColumnType> changed = changes.get(0);
    AlterColumnType action = changed.action();
    List<Uncertainty> doubts =
        Wording.both(step.impactOf(changed).uncertain(), step.doubtsAbout(changed.table()));
    String from = type(step, changed).map(type -> " from " + type).orElse("");
    String message = "%s changes%s to %s: %s.%s"
        .formatted(
            action.column(),
            from,
            action.type(),
            consequence(step, changed).orElseThrow(),
            further(changes.size() - 1));
    // Whether a value fits decides how it ends, not what it costs until then.
    boolean certain = step.impactOf(changed).uncertain().stream()
        .allMatch(doubt -> doubt.fact().equals("rows"));
    return INFO.finding(action.type().span(), Wording.with(message, doubts))
        .withSeverity(certain ? Severity.ERROR : Severity.WARNING)
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(step, changed));
  }

  private static String further(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " One more column of the statement changes with it.";
      default -> " " + count + " more columns of the statement change with it.";
    };
  }

  private static List<String> recipe(StatementStep step, Alteration<AlterColumnType> changed) {
    ObjectName table = changed.table();
    AlterColumnType action = changed.action();
    Identifier column = action.column();
    String fresh = Wording.named(column.name(), "new");
    String value =
        action.using().map(Object::toString).orElse("%s::%s".formatted(column, action.type()));
    List<String> lines = new ArrayList<>();
    lines.add("ALTER TABLE %s ADD COLUMN %s %s;".formatted(table, fresh, action.type()));
    lines.add("-- a BEFORE INSERT OR UPDATE trigger sets it for new rows; then the old ones:");
    String head =
        "UPDATE %s SET %s = %s WHERE %s IS NULL AND".formatted(table, fresh, value, fresh);
    lines.addAll(Batches.over(step, table, head));
    lines.add("-- when the application uses %s, in a later deploy:".formatted(fresh));
    lines.add("ALTER TABLE %s DROP COLUMN %s;".formatted(table, column));
    return lines;
  }
}
