package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.NullProof;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.Constraint.PrimaryKey;
import dev.redshank.core.statement.Constraint.Unique;
import dev.redshank.core.statement.Identifier;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Flags a key whose index is built while nobody can read the table. */
public final class UniqueConstraintBuildsIndex implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("unique-constraint-builds-index"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "Key builds its index under a lock")
      .altering(AddConstraint.class)
      .covers("disallowed-unique-constraint", "adding-serial-primary-key-field");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    Stream<Finding> unique = AddedConstraint.in(step, Unique.class)
        .filter(added -> added.constraint().usingIndex().isEmpty())
        .filter(added -> !isOnParentAlone(added))
        .map(added -> describe(added, "UNIQUE", "key"));
    Stream<Finding> primary = AddedConstraint.in(step, PrimaryKey.class)
        .filter(added -> added.constraint().usingIndex().isEmpty())
        .filter(added -> !isOnParentAlone(added))
        .map(UniqueConstraintBuildsIndex::primary);
    return Stream.concat(unique, primary).toList();
  }

  /** ONLY a partitioned table builds nothing: its partitions' keys are attached one by one. */
  private static boolean isOnParentAlone(AddedConstraint<?> added) {
    return added.alteration().statement().only() && added.isOnPartitionedTable();
  }

  private static Finding primary(AddedConstraint<PrimaryKey> added) {
    String name = added
        .constraint()
        .name()
        .map(Identifier::toString)
        .orElse(Wording.named(added.table().name(), "pkey"));
    return finding(added, "PRIMARY KEY", name);
  }

  private static Finding describe(AddedConstraint<?> added, String words, String suffix) {
    return finding(added, words, added.name(suffix));
  }

  private static Finding finding(AddedConstraint<?> added, String words, String name) {
    String message =
        "Building the index of %s makes all reads and writes of %s wait until the whole table is read."
            .formatted(name, added.table());
    List<Uncertainty> doubts = added.step().doubtsAbout(added.table());
    return INFO.finding(added.constraint().span(), Wording.with(message, doubts))
        .withLocks(added.locks())
        .withUncertain(added.doubts())
        .withRecipe(
            added.isOnPartitionedTable()
                ? partByPart(added, words, name)
                : recipe(added, words, name));
  }

  private static List<String> recipe(AddedConstraint<?> added, String words, String name) {
    List<String> lines = new ArrayList<>();
    String nullable = words.equals("UNIQUE") ? "" : nullable(added);
    if (!nullable.isEmpty()) {
      lines.add(
          "-- first make %s NOT NULL by way of CHECK … NOT VALID and VALIDATE".formatted(nullable));
    }
    lines.add(
        "-- in a migration of its own, outside a transaction, without lock_timeout and statement_timeout");
    lines.add("CREATE UNIQUE INDEX CONCURRENTLY %s ON %s %s;"
        .formatted(name, added.table(), added.columns()));
    lines.add("-- then an instant of ACCESS EXCLUSIVE");
    lines.add("SET lock_timeout = '2s';");
    lines.add("ALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s%s;"
        .formatted(added.table(), name, words, name, deferrable(added)));
    return lines;
  }

  private static String deferrable(AddedConstraint<?> added) {
    return added.constraint().traits().deferrable() ? " DEFERRABLE" : "";
  }

  /** The columns of the key that may hold NULL, so that PRIMARY KEY would read the table once more. */
  private static String nullable(AddedConstraint<?> added) {
    SchemaState state = added.step().before().state();
    return String.join(
        ", ",
        added.constraint().columns().stream()
            .filter(
                column -> state.notNullProof(added.table(), column.name()) != NullProof.VALIDATED)
            .map(Identifier::toString)
            .toList());
  }

  /** USING INDEX is refused (0A000) on a partitioned table; ONLY and ATTACH are its way. */
  private static List<String> partByPart(AddedConstraint<?> added, String words, String name) {
    String part = added.relation().stream()
        .flatMap(table -> table.partitions().stream().sorted())
        .findFirst()
        .map(RelationName::toString)
        .orElse("PARTITION");
    String key = Wording.named("part", name);
    return List.of(
        "ALTER TABLE ONLY %s ADD CONSTRAINT %s %s %s;"
            .formatted(added.table(), name, words, added.columns()),
        "-- then for each partition, the first line outside a transaction",
        "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s %s;".formatted(key, part, added.columns()),
        "ALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s;".formatted(part, key, words, key),
        "ALTER INDEX %s ATTACH PARTITION %s;".formatted(name, key));
  }
}
