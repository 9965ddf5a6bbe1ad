package dev.redshank.rules.destructiverollback;

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
import dev.redshank.core.statement.AlterAction.DropColumn;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.RowFilter;
import dev.redshank.core.statement.Truncate;
import dev.redshank.core.text.Span;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flags a down migration that takes data with it. What its own up migration made is the ordinary case
 * and only a note: it was empty then, but need not be when somebody rolls back.
 */
public final class DownMigrationLosesData implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("down-migration-loses-data"),
          FailureMode.DESTRUCTIVE_ROLLBACK,
          Severity.ERROR,
          "Rolling back loses data")
      .about(DropObjects.class, Truncate.class, Delete.class)
      .altering(DropColumn.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    if (step.migration().direction() != Direction.DOWN) {
      return List.of();
    }
    Stream<Loss> columns = step.alterations(DropColumn.class)
        .filter(dropped -> step.before().mayBeInUse(dropped.table()))
        .map(dropped -> column(step, dropped));
    return Stream.of(
            together(step, columns, DownMigrationLosesData::keepingColumn),
            step.as(DropObjects.class).stream().flatMap(drop -> dropped(step, drop)),
            step.as(Truncate.class).stream()
                .flatMap(
                    truncate -> together(step, rows(step, truncate.tables()), loss -> List.of())),
            step.as(Delete.class).stream().flatMap(delete -> deleted(step, delete)))
        .flatMap(findings -> findings)
        .toList();
  }

  private static Loss column(StatementStep step, Alteration<DropColumn> dropped) {
    Identifier column = dropped.action().column();
    boolean own = step.isMadeByUndone(dropped.table(), column);
    return new Loss(
        dropped.table(), column.span(), own, "the values of", dropped.table() + "." + column);
  }

  /** What a statement takes is one finding for what its up migration made, and one for what is older. */
  private static Stream<Finding> together(
      StatementStep step, Stream<Loss> losses, Function<Loss, List<String>> recipe) {
    Map<Boolean, List<Loss>> byOwn = losses.collect(Collectors.partitioningBy(Loss::own));
    return byOwn.values().stream()
        .filter(same -> !same.isEmpty())
        .map(same -> finding(step, same).withRecipe(recipe.apply(same.get(0))));
  }

  private static Stream<Finding> dropped(StatementStep step, DropObjects drop) {
    return switch (drop.target()) {
      case TABLE -> together(step, rows(step, drop.names()), DownMigrationLosesData::keepingRows);
      case SCHEMA, TYPE, DOMAIN ->
        drop.names().stream().filter(name -> drop.cascade()).map(name -> cascade(step, drop, name));
      default -> Stream.empty();
    };
  }

  private static List<String> keepingColumn(Loss loss) {
    return List.of("-- leave %s in place: the older version of the application ignores it"
        .formatted(loss.name()));
  }

  private static List<String> keepingRows(Loss loss) {
    String aside = Wording.named(loss.table().name(), "undone");
    return List.of(
        "-- keeps the rows until somebody has looked at them",
        "ALTER TABLE %s RENAME TO %s;".formatted(loss.table(), aside));
  }

  private static Finding cascade(StatementStep step, DropObjects drop, ObjectName name) {
    boolean schema = drop.target() == ObjectKind.SCHEMA;
    boolean own = schema ? step.isSchemaMadeByUndone(name) : step.isTypeMadeByUndone(name);
    String what = schema ? "every table in it" : "every column of that type";
    String message = "Rolling back drops %s with %s, and the data in them is lost.";
    return INFO.finding(name.span(), message.formatted(name, what))
        .withSeverity(own ? Severity.NOTE : Severity.ERROR)
        .withRecipe(
            List.of("-- without CASCADE the statement fails where something depends on it"));
  }

  /** A DELETE with a real condition is the inverse of an INSERT. */
  private static Stream<Finding> deleted(StatementStep step, Delete delete) {
    boolean all = delete.filter() == RowFilter.NONE || delete.filter() == RowFilter.ALWAYS_TRUE;
    return all
        ? together(step, rows(step, List.of(delete.table())), loss -> List.of())
        : Stream.empty();
  }

  private static Stream<Loss> rows(StatementStep step, List<ObjectName> tables) {
    return tables.stream()
        .filter(table -> step.before().mayBeInUse(table))
        .map(table -> new Loss(
            table, table.span(), step.isMadeByUndone(table), "the rows of", table.toString()));
  }

  private static Finding finding(StatementStep step, List<Loss> same) {
    Loss first = same.get(0);
    String what =
        first.what() + " " + Wording.listed(same.stream().map(Loss::name).toList(), "and");
    if (first.own()) {
      String message = "Rolling back loses %s that were written since the migration ran.";
      return INFO.finding(first.span(), message.formatted(what)).withSeverity(Severity.NOTE);
    }
    List<Uncertainty> doubts = step.doubtsAbout(first.table());
    String message =
        "Rolling back loses %s, also those from before the migration that it takes back.";
    return INFO.finding(first.span(), Wording.with(message.formatted(what), doubts))
        .withUncertain(doubts);
  }

  /**
   * What goes.
   *
   * @param own whether the migration that is taken back made it
   * @param what it is, in words
   * @param name whose it is
   */
  private record Loss(ObjectName table, Span span, boolean own, String what, String name) {}
}
