package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Setups.CUSTOMERS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.EVENTS_2026;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.redshank.core.statement.AlterAction.AttachPartition;
import dev.redshank.core.statement.AlterAction.DetachPartition;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.ObjectKind;
import java.util.List;

/** What happens when a partition is attached or detached. */
final class PartitionRows {
  private PartitionRows() {}

  private static final Which<AttachPartition> ATTACHED = new Which<>(
      "the new partition and everything below it",
      scene -> scene.below(scene.resolve(scene.part().partition())));

  private static final Which<DetachPartition> DETACHED =
      new Which<>("the partition", scene -> List.of(scene.resolve(scene.part().partition())));

  private static final Fact<Object> INDEX = new Fact<>(
      "an index is altered",
      scene -> scene.statement() instanceof AlterTable alter && alter.target() == ObjectKind.INDEX);

  private static final Fact<AttachPartition> PROVEN = new Fact<>(
      "a valid CHECK of the table implies the partition's bounds",
      scene -> Partitions.attachedIsProven(scene));

  private static final Fact<AttachPartition> MAY_BE_PROVEN = new Fact<>(
      "the table may have a CHECK that implies the bounds",
      scene -> Partitions.attachedMayBeProven(scene));

  private static final Which<Object> DEFAULT_PARTITION = new Which<>(
      "the default partition",
      scene -> Relations.defaultPartition(scene.state(), scene.target())
          .map(List::of)
          .orElse(List.of()));

  private static final Fact<DetachPartition> CONCURRENTLY =
      new Fact<>("CONCURRENTLY", scene -> scene.part().concurrently());

  private static final Fact<DetachPartition> FINALIZES =
      new Fact<>("FINALIZE", scene -> scene.part().finalizes());

  private static final Fact<Object> HAS_DEFAULT = new Fact<>(
      "there is a default partition",
      scene -> Relations.defaultPartition(scene.state(), scene.target()).isPresent());

  static final List<ImpactRow<?>> ROWS = List.of(
      row("attach-partition", AttachPartition.class)
          .unless(INDEX)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .locks(ACCESS_EXCLUSIVE, ATTACHED)
          .writes(CATALOG)
          .given(Setups.all(EVENTS, EVENTS_2026))
          .and(
              "ALTER TABLE events_2026 ADD CONSTRAINT y CHECK (at >= '2026-01-01' AND at < '2027-01-01') NOT VALID",
              "ALTER TABLE events_2026 VALIDATE CONSTRAINT y")
          .shows(
              "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .given(
              "CREATE TABLE regions (code text NOT NULL) PARTITION BY LIST (code)",
              "CREATE TABLE regions_eu (code text NOT NULL CHECK (code IN ('de', 'fr')))",
              "INSERT INTO regions_eu SELECT 'de' FROM generate_series(1, 3000)")
          .shows("ALTER TABLE regions ATTACH PARTITION regions_eu FOR VALUES IN ('de', 'fr')")
          .end(),
      row("attach-partition-scan", AttachPartition.class)
          .unless(INDEX)
          .unless(PROVEN)
          .scans(new Which<>("the new partition", scene -> scene.storing(ATTACHED.in(scene))))
          .given(Setups.all(EVENTS, EVENTS_2026))
          .shows(
              "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .and(
              "ALTER TABLE events_2026 ADD CONSTRAINT y CHECK (at >= '2026-01-01' AND at < '2027-01-01') NOT VALID")
          .shows(
              "ALTER TABLE public.events ATTACH PARTITION public.events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .given(Setups.all(EVENTS, EVENTS_2026))
          .shows("ALTER TABLE events ATTACH PARTITION events_2026 DEFAULT")
          .end(),
      row("attach-partition-perhaps-proven", AttachPartition.class)
          .unless(INDEX)
          .unless(PROVEN)
          .when(MAY_BE_PROVEN)
          .unsure(
              "check-constraint",
              ATTACHED,
              "not scanned if its constraints imply the partition's bounds")
          .given(EVENTS)
          .and(
              "CREATE TABLE events_2026 (id bigint NOT NULL, at date NOT NULL CHECK (date_part('year', at) = 2026), note text)",
              "INSERT INTO events_2026 SELECT g, '2026-02-02', '' FROM generate_series(1, 3000) g")
          .shows(
              "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .end(),
      row("attach-partition-beside-default", AttachPartition.class)
          .unless(INDEX)
          .when(HAS_DEFAULT)
          .locks(ACCESS_EXCLUSIVE, DEFAULT_PARTITION)
          .scans(DEFAULT_PARTITION)
          .given(Setups.all(EVENTS, EVENTS_2026))
          .and(
              "CREATE TABLE events_rest PARTITION OF events DEFAULT",
              "INSERT INTO events SELECT g, '2040-01-01', '' FROM generate_series(1, 3000) g")
          .shows(
              "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .end(),
      row("attach-partition-indexes", AttachPartition.class)
          .unless(INDEX)
          .builds(new Which<>("the indexes it lacks", scene -> Partitions.indexesToBuild(scene)))
          .given(Setups.all(EVENTS, EVENTS_2026))
          .and("CREATE INDEX events_at ON events (at)")
          .shows(
              "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .and("CREATE INDEX events_2026_at ON events_2026 (at)")
          .shows(
              "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .end(),
      row("attach-partition-foreign-keys", AttachPartition.class)
          .unless(INDEX)
          .locks(
              SHARE_ROW_EXCLUSIVE,
              new Which<>(
                  "the tables that the parent's foreign keys refer to, and their partitions",
                  scene -> Relations.REFERENCED_BY_TARGET.in(scene)))
          .given(Setups.all(CUSTOMERS, EVENTS, EVENTS_2026))
          .and(
              "INSERT INTO customers SELECT g, 'c' FROM generate_series(3001, 6000) g",
              "ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers (id)")
          .shows(
              "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .end(),
      row("attach-partition-with-foreign-key", AttachPartition.class)
          .unless(INDEX)
          .locks(
              ACCESS_EXCLUSIVE,
              new Which<>(
                  "the tables that equal foreign keys of both refer to",
                  scene -> Partitions.tablesOfEqualKeys(scene)))
          .given(Setups.all(CUSTOMERS, EVENTS, EVENTS_2026))
          .and(
              "INSERT INTO customers SELECT g, 'c' FROM generate_series(3001, 6000) g",
              "ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers (id)",
              "ALTER TABLE events_2026 ADD FOREIGN KEY (id) REFERENCES customers")
          .shows(
              "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .end(),
      row("attach-partition-referenced-read", AttachPartition.class)
          .to(14)
          .unless(INDEX)
          .locks(ACCESS_SHARE, Relations.REFERRING_TO_WHOLE)
          .given(Setups.USED_NUMBERS)
          .and(
              "CREATE TABLE huge (n int NOT NULL)",
              "INSERT INTO huge SELECT g FROM generate_series(2001, 5000) g")
          .shows("ALTER TABLE numbers ATTACH PARTITION huge FOR VALUES FROM (2000) TO (6000)")
          .end(),
      row("attach-partition-referenced", AttachPartition.class)
          .from(15)
          .unless(INDEX)
          .locks(SHARE_ROW_EXCLUSIVE, Relations.REFERRING_TO_WHOLE)
          .given(Setups.USED_NUMBERS)
          .and(
              "CREATE TABLE huge (n int NOT NULL)",
              "INSERT INTO huge SELECT g FROM generate_series(2001, 5000) g")
          .shows("ALTER TABLE numbers ATTACH PARTITION huge FOR VALUES FROM (2000) TO (6000)")
          .end(),
      row("detach-partition-referenced", DetachPartition.class)
          .unless(INDEX)
          .unless(CONCURRENTLY)
          .unless(FINALIZES)
          .locks(ACCESS_EXCLUSIVE, Relations.REFERRING_TO_WHOLE)
          .locks(ACCESS_SHARE, Relations.PARTS_OF_REFERRING)
          .locks(ACCESS_SHARE, Relations.ABOVE)
          .given(Setups.USED_NUMBERS)
          .shows("ALTER TABLE numbers DETACH PARTITION big")
          .end(),
      row("detach-partition-referring", DetachPartition.class)
          .from(15)
          .unless(INDEX)
          .unless(CONCURRENTLY)
          .unless(FINALIZES)
          .locks(SHARE_ROW_EXCLUSIVE, Relations.REFERENCED_BY_TARGET)
          .given(Setups.all(CUSTOMERS, EVENTS))
          .and(
              "INSERT INTO customers SELECT g, 'c' FROM generate_series(3001, 6000) g",
              "ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers (id)")
          .shows("ALTER TABLE events DETACH PARTITION events_2025")
          .end(),
      row("attach-index", AttachPartition.class)
          .when(INDEX)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .locks(ACCESS_EXCLUSIVE, ATTACHED)
          .locks(
              ACCESS_SHARE,
              new Which<>("the tables of both indexes", scene -> Partitions.tablesOfIndexes(scene)))
          .writes(CATALOG)
          .given(EVENTS)
          .and(
              "CREATE INDEX events_note ON ONLY events (note)",
              "CREATE INDEX events_2024_n ON events_2024 (note)")
          .shows("ALTER INDEX events_note ATTACH PARTITION events_2024_n")
          .end(),
      row("detach-partition", DetachPartition.class)
          .unless(CONCURRENTLY)
          .unless(FINALIZES)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .locks(ACCESS_EXCLUSIVE, DETACHED)
          .locks(ACCESS_EXCLUSIVE, DEFAULT_PARTITION)
          .writes(CATALOG)
          .given(EVENTS)
          .shows("ALTER TABLE events DETACH PARTITION events_2024")
          .and("CREATE TABLE events_rest PARTITION OF events DEFAULT")
          .shows("ALTER TABLE events DETACH PARTITION events_2024")
          .end(),
      row("detach-partition-concurrently", DetachPartition.class)
          .when(CONCURRENTLY)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .locks(ACCESS_EXCLUSIVE, DETACHED)
          .refusesTransaction()
          .writes(CATALOG)
          .given(EVENTS)
          .shows("ALTER TABLE events DETACH PARTITION events_2024 CONCURRENTLY")
          .end(),
      row("detach-partition-concurrently-with-default", DetachPartition.class)
          .when(CONCURRENTLY)
          .when(HAS_DEFAULT)
          .fails("55000", "there is a default partition")
          .given(EVENTS)
          .and("CREATE TABLE events_rest PARTITION OF events DEFAULT")
          .shows("ALTER TABLE events DETACH PARTITION events_2024 CONCURRENTLY")
          .end(),
      row("detach-partition-finalize", DetachPartition.class)
          .unsure("detaching", TARGET, "fails with 55000 if no DETACH CONCURRENTLY was interrupted")
          .when(FINALIZES)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .locks(ACCESS_EXCLUSIVE, DETACHED)
          .given(EVENTS)
          .shows("ALTER TABLE events DETACH PARTITION events_2024 FINALIZE")
          .end());
}
