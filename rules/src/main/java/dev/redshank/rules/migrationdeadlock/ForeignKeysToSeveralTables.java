package dev.redshank.rules.migrationdeadlock;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.Constraint.ForeignKey;
import dev.redshank.core.statement.CreateTable;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Flags a statement whose foreign keys lock several tables in use, one after the other. */
public final class ForeignKeysToSeveralTables implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("foreign-keys-to-several-tables"),
          FailureMode.MIGRATION_DEADLOCK,
          Severity.WARNING,
          "Foreign keys lock several tables in one statement")
      .alsoIn(FailureMode.LOCK_QUEUE_FREEZE)
      .about(CreateTable.class)
      .altering(AddConstraint.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    Map<RelationName, ForeignKey> referenced = new LinkedHashMap<>();
    keys(step)
        .filter(key -> isLocked(step, key))
        .forEach(key -> referenced.putIfAbsent(step.resolve(key.referenced()), key));
    return referenced.size() < 2
        ? List.of()
        : List.of(describe(step, new ArrayList<>(referenced.values())));
  }

  private static Stream<ForeignKey> keys(StatementStep step) {
    Stream<ForeignKey> made = step.as(CreateTable.class).stream()
        .flatMap(table -> table.allConstraints().stream())
        .filter(ForeignKey.class::isInstance)
        .map(ForeignKey.class::cast);
    Stream<ForeignKey> added = step.alterations(AddConstraint.class)
        .map(alteration -> alteration.action().constraint())
        .filter(ForeignKey.class::isInstance)
        .map(ForeignKey.class::cast);
    return Stream.concat(made, added);
  }

  private static boolean isLocked(StatementStep step, ForeignKey key) {
    RelationName other = step.resolve(key.referenced());
    return step.blockedTables().stream().anyMatch(lock -> lock.relation().equals(other));
  }

  private static Finding describe(StatementStep step, List<ForeignKey> keys) {
    ForeignKey first = keys.get(0);
    ForeignKey second = keys.get(1);
    String message =
        "This waits for %s while it holds %s against writes: a session that writes them in the other order deadlocks (40P01)."
            .formatted(second.referenced(), first.referenced());
    String related = "%s is locked for this key".formatted(first.referenced());
    Place place = new Place(step.migration().path(), first.referenced().span());
    return INFO.finding(second.referenced().span(), message)
        .withLocks(step.blockedTables())
        .withRelated(List.of(new RelatedPlace(place, related)))
        .withRecipe(recipe(step, keys));
  }

  private static List<String> recipe(StatementStep step, List<ForeignKey> keys) {
    ObjectName table = step.as(CreateTable.class)
        .map(CreateTable::name)
        .orElseGet(() -> step.as(AlterTable.class).orElseThrow().table());
    List<String> lines = new ArrayList<>();
    lines.add("-- one foreign key a transaction, each with a lock_timeout");
    for (ForeignKey key : keys) {
      String columns =
          String.join(", ", key.columns().stream().map(Identifier::toString).toList());
      String name = key.name()
          .map(Identifier::toString)
          .orElseGet(() -> Wording.named(table.name(), key.referenced().name(), "fkey"));
      lines.add("ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s NOT VALID;"
          .formatted(table, name, columns, key.referenced()));
    }
    lines.add("-- then VALIDATE CONSTRAINT for each");
    return lines;
  }
}
