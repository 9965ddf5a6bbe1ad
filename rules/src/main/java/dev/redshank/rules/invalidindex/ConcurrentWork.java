package dev.redshank.rules.invalidindex;

import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.AlterAction.DetachPartition;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Reindex;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/**
 * A statement that PostgreSQL carries out in several transactions of its own.
 *
 * @param words the command
 * @param leftover what is there after it was stopped half way
 * @param cleanup SQL that goes before another try
 * @param about the table or index that it names
 */
record ConcurrentWork(
    String words, String leftover, List<String> cleanup, Optional<ObjectName> about) {
  /** The concurrent work of a statement, when it is one. */
  static Optional<ConcurrentWork> of(StatementStep step) {
    return step.as(CreateIndex.class)
        .filter(CreateIndex::concurrently)
        .map(ConcurrentWork::create)
        .or(() ->
            step.as(DropObjects.class).filter(DropObjects::concurrently).map(ConcurrentWork::drop))
        .or(() -> step.as(Reindex.class).filter(Reindex::concurrently).map(ConcurrentWork::reindex))
        .or(() -> step.alterations(DetachPartition.class)
            .filter(detach -> detach.action().concurrently())
            .map(detach -> detach(detach.table(), detach.action()))
            .findFirst());
  }

  private static ConcurrentWork create(CreateIndex index) {
    String name = index.name().map(Object::toString).orElse("the index");
    return new ConcurrentWork(
        "CREATE INDEX CONCURRENTLY",
        name + " INVALID: every write maintains it and no query uses it",
        index.name().map(found -> dropping(found.toString())).orElse(List.of()),
        Optional.of(index.table()));
  }

  private static ConcurrentWork drop(DropObjects drop) {
    String name = drop.names().isEmpty() ? "the index" : drop.names().get(0).toString();
    return new ConcurrentWork(
        "DROP INDEX CONCURRENTLY",
        name + " INVALID: every write maintains it and no query uses it",
        List.of(),
        Optional.empty());
  }

  private static ConcurrentWork reindex(Reindex reindex) {
    boolean one = reindex.scope() == Reindex.Scope.INDEX;
    String copy = reindex
        .name()
        .filter(name -> one)
        .map(name -> Wording.named(name.name(), "ccnew"))
        .orElse("");
    return new ConcurrentWork(
        "REINDEX CONCURRENTLY",
        "an INVALID copy named like the index with _ccnew behind it, which every write maintains",
        copy.isEmpty() ? List.of() : dropping(copy),
        Optional.empty());
  }

  private static ConcurrentWork detach(ObjectName table, DetachPartition detach) {
    return new ConcurrentWork(
        "DETACH PARTITION CONCURRENTLY",
        detach.partition() + " half detached, so that no other partition can be",
        List.of(
            "ALTER TABLE %s DETACH PARTITION %s FINALIZE;".formatted(table, detach.partition())),
        Optional.of(table));
  }

  private static List<String> dropping(String index) {
    return List.of("DROP INDEX CONCURRENTLY IF EXISTS " + index + ";");
  }
}
