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
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.statement.AlterAction.MoveToSchema;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.RenameObject;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Flags a schema, or the schema of a table, that changes under the queries that name it. */
public final class SchemaRenamed implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("schema-renamed"),
          FailureMode.RENAME_IN_ROLLING_DEPLOY,
          Severity.WARNING,
          "Schema changed under the running application")
      .alsoIn(FailureMode.REPLICA_SCHEMA_DRIFT)
      .at(TransactionEnd.class)
      .having(RenameObject.class)
      .havingAltered(MoveToSchema.class);

  private static final Set<ObjectKind> TABLES_AND_VIEWS = Set.of(
      ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

  private static final Set<RelationKind> NOT_QUERIED =
      Set.of(RelationKind.INDEX, RelationKind.SEQUENCE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    if (!end.committed() || end.migration().direction() == Direction.DOWN) {
      return List.of();
    }
    Stream<Finding> renamed = end.steps().stream()
        .flatMap(step -> step.as(RenameObject.class).stream()
            .filter(rename -> isSchemaInUse(step, rename))
            .map(SchemaRenamed::describe));
    Optional<SchemaView> after = end.after();
    Stream<Finding> moved = end.steps().stream()
        .flatMap(step -> step.alterations(MoveToSchema.class)
            .filter(move -> isInUse(step, move) && !isAnswered(step, move, after))
            .map(move -> describe(step, move)));
    return Stream.concat(renamed, moved).toList();
  }

  private static boolean isSchemaInUse(StatementStep step, RenameObject rename) {
    return rename.target() == ObjectKind.SCHEMA
        && !step.isSchemaMadeByUndone(rename.name())
        && !step.before()
            .state()
            .schema(rename.name().name())
            .map(since -> since.ageAt(step.before().now()).isNew())
            .orElse(false);
  }

  private static boolean isInUse(StatementStep step, Alteration<MoveToSchema> move) {
    Optional<Relation> relation = step.before().relation(move.table());
    boolean queried = relation
        .map(found -> !NOT_QUERIED.contains(found.kind()) && found.partitionOf().isEmpty())
        .orElse(true);
    return queried
        && TABLES_AND_VIEWS.contains(move.statement().target())
        && step.before().isOld(move.table())
        && !step.isMadeByUndone(move.table());
  }

  private static boolean isAnswered(
      StatementStep step, Alteration<MoveToSchema> move, Optional<SchemaView> after) {
    return after
        .flatMap(view -> view.state().relation(step.resolve(move.table())))
        .isPresent();
  }

  private static Finding describe(RenameObject rename) {
    String message =
        "Every query that says %s, and every session with it in its search_path, fails (42P01) from this commit until the last old instance of the application is gone."
            .formatted(rename.name());
    return INFO.finding(rename.name().span(), message)
        .withRecipe(List.of(
            "BEGIN;",
            "ALTER SCHEMA %s RENAME TO %s;".formatted(rename.name(), rename.to()),
            "-- the old name keeps working: a view for each table",
            "CREATE SCHEMA %s;".formatted(rename.name()),
            "CREATE VIEW %s.… AS SELECT * FROM %s.…;".formatted(rename.name(), rename.to()),
            "COMMIT;"));
  }

  private static Finding describe(StatementStep step, Alteration<MoveToSchema> move) {
    ObjectName table = move.table();
    Identifier schema = move.action().schema();
    List<Uncertainty> doubts = step.doubtsAbout(table);
    String message =
        "Every query that finds %s where it was fails (42P01) from this commit until the last old instance of the application is gone, unless %s is in its search_path."
            .formatted(table, schema);
    ObjectName now = new ObjectName(Optional.of(schema.name()), table.name(), table.span());
    return INFO.finding(move.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(List.of(
            "BEGIN;",
            "ALTER TABLE %s SET SCHEMA %s;".formatted(table, schema),
            "-- the old place keeps working; simple views can be written to",
            "CREATE VIEW %s AS SELECT * FROM %s;".formatted(table, now),
            "COMMIT;"));
  }
}
