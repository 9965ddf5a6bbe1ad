package dev.redshank.rules.destructiverollback;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.stream.Stream;

/** Flags a table, a schema with its tables, or a database that goes with all its rows. */
public final class TableDropped implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("table-dropped"),
          FailureMode.DESTRUCTIVE_ROLLBACK,
          Severity.WARNING,
          "Table dropped with its rows")
      .alsoIn(FailureMode.RENAME_IN_ROLLING_DEPLOY)
      .at(MigrationEnd.class)
      .having(DropObjects.class)
      .covers("ban-drop-table", "ban-drop-database");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(MigrationEnd end) {
    if (end.migration().direction() == Direction.DOWN) {
      return List.of();
    }
    return end.steps().stream()
        .flatMap(
            step -> step.as(DropObjects.class).stream().flatMap(drop -> dropped(step, drop, end)))
        .toList();
  }

  private static Stream<Finding> dropped(StatementStep step, DropObjects drop, MigrationEnd end) {
    return switch (drop.target()) {
      case TABLE ->
        drop.names().stream()
            .filter(name -> step.before().mayBeInUse(name))
            .filter(name -> !isPartition(step.before(), name) && !isPartition(end.before(), name))
            .filter(name -> !isCleanSlate(step, drop, name, end))
            .map(name -> table(step, drop, name, isMadeAnew(step, name, end)));
      case SCHEMA ->
        drop.names().stream()
            .filter(name -> drop.cascade() && !isNew(step, name))
            .map(name -> schema(step, name));
      case DATABASE -> drop.names().stream().map(TableDropped::database);
      default -> Stream.empty();
    };
  }

  private static boolean isNew(StatementStep step, ObjectName schema) {
    return step.before()
        .state()
        .schema(schema.name())
        .map(since -> since.ageAt(step.before().now()).isNew())
        .orElse(false);
  }

  /** Nobody names a partition; that one goes when its time is over is what it is for. */
  private static boolean isPartition(SchemaView view, ObjectName name) {
    return view.relation(name).flatMap(Relation::partitionOf).isPresent();
  }

  /** Whether something answers to the name when the migration ends. */
  private static boolean isMadeAnew(StatementStep step, ObjectName name, MigrationEnd end) {
    return end.after()
        .state()
        .relation(step.resolve(name))
        .filter(Relation::isMade)
        .isPresent();
  }

  /** IF EXISTS of a table that no migration made before, and that this one makes. */
  private static boolean isCleanSlate(
      StatementStep step, DropObjects drop, ObjectName name, MigrationEnd end) {
    return drop.ifExists() && step.before().relation(name).isEmpty() && isMadeAnew(step, name, end);
  }

  /** IF EXISTS of a table that no migration makes is said to be sure. */
  private static Severity severity(StatementStep step, DropObjects drop, ObjectName name) {
    boolean known = step.before().relation(name).isPresent();
    return drop.ifExists() && !known ? Severity.NOTE : Severity.WARNING;
  }

  private static Finding table(
      StatementStep step, DropObjects drop, ObjectName name, boolean madeAnew) {
    List<Uncertainty> doubts = step.doubtsAbout(name);
    String words = madeAnew
        ? "%s is dropped with its rows and made anew without them, and no rollback brings them back."
        : "Every query on %s fails (42P01) from this commit until the last old instance of the application is gone, and no rollback brings its rows back.";
    String message = words.formatted(name);
    return INFO.finding(name.span(), Wording.with(message, doubts))
        .withSeverity(severity(step, drop, name))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(List.of(
            "-- after a version of the application that does not name %s;".formatted(name),
            "-- this finds whoever still does, and can be taken back:",
            "REVOKE ALL ON %s FROM APPLICATION;".formatted(name),
            "-- in a later deploy, with a copy of the rows that must be kept:",
            "DROP TABLE %s;".formatted(name)));
  }

  private static Finding schema(StatementStep step, ObjectName name) {
    List<String> tables = step.before().state().relationsIn(name.name()).stream()
        .filter(found ->
            step.before().state().relation(found).map(Relation::storesRows).orElse(false))
        .map(RelationName::toString)
        .toList();
    String what = tables.isEmpty() ? "every table in it" : String.join(", ", tables);
    String message = "This drops %s with %s, and no rollback brings their rows back.";
    return INFO.finding(name.span(), message.formatted(name, what))
        .withSeverity(Severity.ERROR)
        .withLocks(step.blockingLocks())
        .withRecipe(List.of(
            "-- table by table, each when nobody names it any more; then what is empty:",
            "DROP SCHEMA %s;".formatted(name)));
  }

  private static Finding database(ObjectName name) {
    String message = "This drops the database %s with everything in it.".formatted(name);
    return INFO.finding(name.span(), message)
        .withSeverity(Severity.ERROR)
        .withRecipe(List.of("-- by hand, by somebody who has a backup that was tried"));
  }
}
