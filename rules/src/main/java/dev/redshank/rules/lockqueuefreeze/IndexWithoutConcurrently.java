package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.Edit;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.Fix;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.text.Span;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags an index that is built while writes to its table wait. */
public final class IndexWithoutConcurrently implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("index-without-concurrently"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "Index built while writes wait")
      .about(CreateIndex.class)
      .covers("require-concurrent-index-creation");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step
        .as(CreateIndex.class)
        .filter(index -> !index.concurrently())
        .filter(index -> step.before().mayHoldRows(index.table()))
        .filter(index -> !isOnParentAlone(step, index) && !exists(step, index))
        .map(index -> describe(step, index))
        .stream()
        .toList();
  }

  /** ON ONLY a partitioned table builds nothing; nobody writes it for another table. */
  private static boolean isOnParentAlone(StatementStep step, CreateIndex index) {
    return index.only()
        && step.before()
            .relation(index.table())
            .filter(Relation::isMade)
            .map(table -> table.kind() == RelationKind.PARTITIONED_TABLE)
            .orElse(true);
  }

  /** IF NOT EXISTS of an index that is there does nothing. */
  private static boolean exists(StatementStep step, CreateIndex index) {
    return index.ifNotExists()
        && index.name().flatMap(name -> step.before().state().index(name)).isPresent();
  }

  private static Finding describe(StatementStep step, CreateIndex index) {
    Optional<RelationKind> kind = step.before().relation(index.table()).map(Relation::kind);
    List<Uncertainty> doubts = step.doubtsAbout(index.table());
    Finding finding = INFO.finding(index.table().span(), Wording.with(message(index, kind), doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts);
    if (kind.equals(Optional.of(RelationKind.PARTITIONED_TABLE))) {
      return finding.withRecipe(new PartitionedIndex(step, index).recipe());
    }
    Finding withRecipe = finding.withRecipe(recipe(step, index));
    Finding graded = isMaterialized(kind) ? withRecipe.withSeverity(Severity.WARNING) : withRecipe;
    return fix(step, index).map(graded::withFix).orElse(graded);
  }

  private static boolean isMaterialized(Optional<RelationKind> kind) {
    return kind.equals(Optional.of(RelationKind.MATERIALIZED_VIEW));
  }

  private static String message(CreateIndex index, Optional<RelationKind> kind) {
    String name = index.name().map(Object::toString).orElse("this index");
    if (isMaterialized(kind)) {
      return "Building %s makes every refresh of %s wait until the whole view is read."
          .formatted(name, index.table());
    }
    String where = kind.equals(Optional.of(RelationKind.PARTITIONED_TABLE))
        ? index.table() + " and all its partitions"
        : index.table().toString();
    return "Building %s makes every INSERT, UPDATE and DELETE on %s wait until the whole table is read."
        .formatted(name, where);
  }

  private static List<String> recipe(StatementStep step, CreateIndex index) {
    String name = name(index);
    return List.of(
        "-- in a migration of its own, outside a transaction, without lock_timeout and statement_timeout",
        "CREATE %sINDEX CONCURRENTLY %s ON %s %s;"
            .formatted(
                index.unique() ? "UNIQUE " : "",
                name,
                index.table(),
                step.sqlBehind(index.table().span())),
        "-- before another try: DROP INDEX CONCURRENTLY IF EXISTS " + name + ";");
  }

  /** The name of the index; where it has none, one in PostgreSQL's own style, so that a retry can drop it. */
  static String name(CreateIndex index) {
    if (index.name().isPresent()) {
      return index.name().get().toString();
    }
    String columns =
        String.join("_", index.columns().stream().map(column -> column.name()).toList());
    return columns.isEmpty()
        ? Wording.named(index.table().name(), "expr", "idx")
        : Wording.named(index.table().name(), columns, "idx");
  }

  /** Only where it cannot break anything: outside a transaction, without a timeout that stops the build half way. */
  private static Optional<Fix> fix(StatementStep step, CreateIndex index) {
    TransactionState transaction = step.transaction();
    boolean interruptible =
        transaction.lockTimeout().isInForce() || transaction.statementTimeout().isInForce();
    if (transaction.open()
        || interruptible
        || index.ifNotExists()
        || !step.enclosures().isEmpty()) {
      return Optional.empty();
    }
    return index.name().map(name -> insertion(name.span().start()));
  }

  private static Fix insertion(int offset) {
    Edit edit = new Edit(new Span(offset, offset), "CONCURRENTLY ");
    return new Fix("Build the index with CONCURRENTLY", true, List.of(edit));
  }
}
