package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.NEW_INDEXES;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.impact.WalVolume.TABLE;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.redshank.core.schema.Index;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Reindex;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What happens when an index is made or made anew. */
final class IndexRows {
  private IndexRows() {}

  private static final Fact<CreateIndex> CONCURRENTLY =
      new Fact<>("CONCURRENTLY", scene -> scene.part().concurrently());

  private static final Fact<CreateIndex> EXISTS = new Fact<>(
      "IF NOT EXISTS finds an index of the name",
      scene -> scene.part().ifNotExists()
          && scene
              .part()
              .name()
              .map(name -> scene.state().index(inSchema(scene, name)).isPresent())
              .orElse(false));

  private static final Which<CreateIndex> TABLES = new Which<>(
      "the table and, without ONLY, its partitions",
      scene -> scene.part().only()
          ? List.of(scene.target())
          : Constraints.partitions(scene, scene.target()));

  private static final Which<CreateIndex> INDEXED =
      new Which<>("every table that gets an index", scene -> scene.storing(TABLES.in(scene)));

  private static final Fact<Reindex> REINDEX_CONCURRENTLY =
      new Fact<>("CONCURRENTLY", scene -> scene.part().concurrently());

  private static final Fact<Reindex> OF_INDEX =
      new Fact<>("one index", scene -> scene.part().scope() == Reindex.Scope.INDEX);

  private static final Fact<Reindex> OF_TABLE =
      new Fact<>("one table", scene -> scene.part().scope() == Reindex.Scope.TABLE);

  private static final Fact<Reindex> OF_PARTITIONED = new Fact<>(
      "a partitioned table or its index",
      scene -> scene.isKind(RelationKind.PARTITIONED_TABLE)
          || scene
              .tableOfIndex()
              .map(table -> table.kind() == RelationKind.PARTITIONED_TABLE)
              .orElse(false));

  private static final Which<Reindex> REINDEXED =
      new Which<>("every index that is built anew", scene -> IndexRows.reindexed(scene));

  private static final Which<Reindex> REINDEXED_TABLES = new Which<>(
      "every table of such an index",
      scene -> reindexed(scene).stream()
          .flatMap(name -> scene.state().index(name).stream())
          .map(Index::table)
          .toList());

  private static final Which<Reindex> PARTITIONED = new Which<>(
      "the partitioned table",
      scene -> scene
          .index()
          .map(Index::table)
          .or(() -> Optional.of(scene.target()))
          .map(List::of)
          .orElse(List.of()));

  private static ObjectName inSchema(Scene<?> scene, ObjectName index) {
    return new ObjectName(Optional.of(scene.target().schema()), index.name(), index.span());
  }

  static final List<ImpactRow<?>> ROWS = List.of(
      row("create-index", CreateIndex.class)
          .unless(CONCURRENTLY)
          .locks(SHARE, TABLES)
          .writes(CATALOG)
          .given(ORDERS)
          .and("CREATE INDEX orders_note ON orders (note)")
          .shows("CREATE INDEX IF NOT EXISTS orders_note ON orders (note)")
          .given(EVENTS)
          .shows("CREATE INDEX events_note ON ONLY events (note)")
          .end(),
      row("create-index-build", CreateIndex.class)
          .unless(EXISTS)
          .scans(INDEXED)
          .builds(NEW_INDEXES)
          .given(ORDERS)
          .shows(
              "CREATE INDEX orders_note ON orders (note)",
              "CREATE UNIQUE INDEX ON orders (note, total)",
              "CREATE INDEX orders_lower ON orders (lower(note)) WHERE total > 10",
              "CREATE INDEX ON orders (lower(note))",
              "CREATE INDEX orders_cover ON orders USING btree (customer_id DESC) INCLUDE (note)",
              "CREATE INDEX orders_hash ON orders USING hash (note)")
          .given(QUOTED)
          .shows(
              "CREATE INDEX \"By Note\" ON \"Shop\".\"Order Lines\" (\"Note\")",
              "CREATE INDEX ON \"Shop\".\"Order Lines\" (\"Note\")")
          .given(EVENTS)
          .shows("CREATE INDEX events_note ON events (note)", "CREATE INDEX ON events_2024 (note)")
          .given(ORDERS)
          .and("CREATE MATERIALIZED VIEW notes AS SELECT id, note FROM orders")
          .shows("CREATE UNIQUE INDEX notes_id ON notes (id)")
          .end(),
      row("create-unique-index", CreateIndex.class)
          .when("UNIQUE", scene -> scene.part().unique())
          .unsure("rows", TARGET, "fails with 23505 if two rows are equal")
          .given(ORDERS)
          .and("UPDATE orders SET note = 'same' WHERE id < 3")
          .shows(
              "CREATE UNIQUE INDEX one_note ON orders (note)",
              "CREATE UNIQUE INDEX CONCURRENTLY one_note ON orders (note)")
          .end(),
      row("create-index-concurrently", CreateIndex.class)
          .when(CONCURRENTLY)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .waitsForSnapshots()
          .refusesTransaction()
          .given(ORDERS)
          .shows(
              "CREATE INDEX CONCURRENTLY orders_note ON orders (note)",
              "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS one_note ON orders (note)")
          .given(QUOTED)
          .shows("create index concurrently \"By Note\" on \"Shop\".\"Order Lines\" (\"Note\")")
          .end(),
      row("create-index-concurrently-partitioned", CreateIndex.class)
          .when(CONCURRENTLY)
          .when(Tables.PARTITIONED)
          .fails("0A000", "CONCURRENTLY does not work on a partitioned table")
          .given(EVENTS)
          .shows("CREATE INDEX CONCURRENTLY events_note ON events (note)")
          .end(),
      row("create-index-unknown-table", CreateIndex.class)
          .when(Tables.UNKNOWN)
          .unsure("table", TARGET, "partitions of a table that no migration made are not known")
          .unseen(ORDERS)
          .shows(
              "CREATE INDEX orders_note ON orders (note)",
              "CREATE INDEX CONCURRENTLY orders_note ON public.orders (note)")
          .end(),
      row("reindex", Reindex.class)
          .unless(REINDEX_CONCURRENTLY)
          .locks(SHARE, REINDEXED_TABLES)
          .locks(ACCESS_EXCLUSIVE, REINDEXED)
          .scans(REINDEXED_TABLES)
          .builds(REINDEXED)
          .given(ORDERS)
          .and("CREATE INDEX orders_note ON orders (note)")
          .shows(
              "REINDEX INDEX orders_note",
              "REINDEX TABLE orders",
              "REINDEX (VERBOSE) TABLE public.orders")
          .given(QUOTED)
          .shows(
              "REINDEX INDEX \"Shop\".\"Order Lines_pkey\"",
              "REINDEX TABLE \"Shop\".\"Order Lines\"")
          .end(),
      row("reindex-concurrently", Reindex.class)
          .when(REINDEX_CONCURRENTLY)
          .locks(SHARE_UPDATE_EXCLUSIVE, REINDEXED_TABLES)
          .locks(SHARE_UPDATE_EXCLUSIVE, REINDEXED)
          .scans(REINDEXED_TABLES)
          .builds(REINDEXED)
          .waitsForSnapshots()
          .refusesTransaction()
          .given(ORDERS)
          .shows("REINDEX INDEX CONCURRENTLY orders_pkey", "REINDEX TABLE CONCURRENTLY orders")
          .end(),
      row("reindex-partitioned", Reindex.class)
          .locks(SHARE, PARTITIONED)
          .unless(REINDEX_CONCURRENTLY)
          .when(OF_PARTITIONED)
          .refusesTransaction()
          .given(EVENTS)
          .and("CREATE INDEX events_note ON events (note)")
          .shows("REINDEX TABLE events", "REINDEX INDEX events_note")
          .end(),
      row("reindex-much", Reindex.class)
          .unless(OF_INDEX)
          .unless(OF_TABLE)
          .refusesTransaction()
          .unsure("table", TARGET, "locks every table of the schema or database in turn")
          .given(ORDERS)
          .shows("REINDEX SCHEMA public")
          .end(),
      row("reindex-unknown-index", Reindex.class)
          .when(OF_INDEX)
          .when("the index is not known", scene -> scene.index().isEmpty())
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .builds(TARGET)
          .unsure("table", TARGET, "the index's table is not known, and is locked too")
          .unseen(ORDERS)
          .shows("REINDEX INDEX orders_pkey")
          .end(),
      row("create-index-new-enum-value", CreateIndex.class)
          .when(
              "a value in its condition was added to its enum in this transaction",
              scene -> NewLabels.usedByIndex(scene))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given(Setups.DAYS)
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'", "CREATE INDEX ON days (id) WHERE mood = 'busy'")
          .end());

  private static Collection<RelationName> reindexed(Scene<? extends Reindex> scene) {
    return switch (scene.part().scope()) {
      case INDEX -> scene.index().map(index -> parts(scene, index)).orElse(List.of());
      case TABLE -> Relations.names(scene.indexesOn(Constraints.partitions(scene, scene.target())));
      case SCHEMA ->
        Relations.names(scene.indexesOn(scene.state().relationsIn(scene.named().name())));
      case DATABASE ->
        Relations.names(scene.indexesOn(
            scene.state().relations().stream().map(Relation::name).toList()));
      case SYSTEM -> List.of();
    };
  }

  /** The index, or those of the partitions where it is a partitioned table's. */
  private static Collection<RelationName> parts(Scene<?> scene, Index index) {
    Collection<RelationName> tables = Constraints.partitions(scene, index.table());
    return tables.size() == 1
        ? List.of(index.name())
        : scene.indexesOn(tables).stream()
            .filter(each -> each.partitionOf().map(index.name()::equals).orElse(false))
            .map(Index::name)
            .toList();
  }
}
