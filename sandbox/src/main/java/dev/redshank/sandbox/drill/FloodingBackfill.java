package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.drill.Part.Answer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A backfill that updates all rows in one transaction failed and was tried again, time after time: the
 * write-ahead log of all attempts is on its way to a replica behind a slow link, the last attempt
 * still holds every row, and no row is filled.
 */
final class FloodingBackfill implements Front {
  private static final String BLOCKER = "migration_runner_backfill";
  private static final String WRITER = "app_writer_1";
  private static final String UPDATE = "UPDATE orders SET region = 'unknown' WHERE region IS NULL";
  private static final int ATTEMPTS = 2;
  private static final int ROWS = 40_000;
  private static final long LINK_BYTES_PER_SECOND = 200_000;

  /** The most rows of one transaction that a replica hardly feels. */
  private static final int BATCH = 10_000;

  private long walSender;

  @Override
  public void build(World world) throws SQLException {
    world.run(
        Shop.DATABASE,
        "INSERT INTO orders (customer_id, total) SELECT i % 500, i % 900 FROM generate_series("
            + (Shop.ORDERS + 1) + ", " + ROWS + ") AS i",
        // Each row is as wide as with an address of its own once something updates it.
        "ALTER TABLE orders ADD COLUMN region text, ADD COLUMN address text DEFAULT"
            + " 'a street with a number, a street with a number, a street with a number, a street with"
            + " a number, a street with a number, a street with a number'");
    world.replica(LINK_BYTES_PER_SECOND);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      world.run(Shop.DATABASE, "BEGIN", UPDATE, "ROLLBACK");
    }
  }

  @Override
  public void people(World world) throws SQLException {
    walSender = walSender(world);
    world.blames(BLOCKER, "migration_runner", Shop.DATABASE, UPDATE);
    world.repeats(
        WRITER,
        "app_writer",
        Shop.DATABASE,
        50,
        "INSERT INTO orders (customer_id, total, address) VALUES (7, 19.90, 'a street');"
            + " UPDATE orders SET total = total + 1 WHERE id = 7");
    world.awaitWaiting(WRITER);
  }

  private static long walSender(World world) throws SQLException {
    try (var connection = world.observe("postgres");
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT coalesce(max(pid), 0) FROM pg_stat_replication")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public List<Part> detect() {
    return List.of(
        new Part("Found the backfill that holds every row", FloodingBackfill::ended),
        new Part("Found that nothing is filled", FloodingBackfill::touched));
  }

  private static Answer ended(Inquest inquest) throws SQLException {
    return inquest
        .blamed()
        .map(holder -> Answer.no(holder + " still holds its rows"))
        .orElseGet(() -> Answer.yes(BLOCKER + " was ended"));
  }

  private static Answer touched(Inquest inquest) throws SQLException {
    boolean tried = inquest.deedsIn(Shop.DATABASE).stream()
        .map(Deed::words)
        .anyMatch(words ->
            words.has("region") && words.hasAny(Set.of("update", "alter", "insert", "merge")));
    return tried || defaulted(inquest).held() || inquest.filled("region").held()
        ? Answer.yes("orders.region was worked on")
        : Answer.no("nothing was done about orders.region");
  }

  @Override
  public List<Part> fix() {
    return List.of(
        new Part("Writes flow again", inquest -> inquest.progress(WRITER)),
        new Part("Rows that were there have a region", inquest -> inquest.filled("region")),
        new Part("New rows get a region", FloodingBackfill::defaulted),
        new Part("The replica still follows", this::follows));
  }

  private static Answer defaulted(Inquest inquest) throws SQLException {
    boolean there = inquest.is(
        Shop.DATABASE,
        "SELECT atthasdef FROM pg_attribute WHERE attrelid = 'public.orders'::regclass"
            + " AND attname = 'region'");
    return there ? Answer.yes("there is a default") : Answer.no("there is no default");
  }

  private Answer follows(Inquest inquest) throws SQLException {
    // A session that was ended stays for as long as its link takes to let its last words through.
    boolean told = inquest.failures().stream().anyMatch(failure -> failure.pid() == walSender);
    String behind = inquest.one(
        "postgres",
        "SELECT pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn))"
            + " FROM pg_stat_replication WHERE pid = " + walSender);
    return behind.isEmpty() || told
        ? Answer.no("its stream was cut")
        : Answer.yes("it is " + behind + " behind, and catches up as fast as its link lets it");
  }

  @Override
  public List<Trap> traps() {
    return List.of(
        new Trap("Filled the rows in one flood again", FloodingBackfill::flooded),
        new Trap("Cut the replica off", this::cut));
  }

  /**
   * Rows that one transaction wrote were committed at the same moment; their {@code xmin} may differ, as
   * each block of PL/pgSQL with an EXCEPTION has a number of its own.
   */
  private static Optional<String> flooded(Inquest inquest) throws SQLException {
    long last = inquest.start().rows(Shop.DATABASE).last();
    long most = inquest.count(
        Shop.DATABASE,
        "SELECT coalesce(max(rows), 0) FROM (SELECT count(*) AS rows FROM public.orders"
            + " WHERE region IS NOT NULL AND id <= " + last
            + " GROUP BY pg_xact_commit_timestamp(xmin)) AS batches");
    return most > BATCH
        ? Optional.of(most + " rows in one transaction, " + BATCH + " are the most for a batch")
        : Optional.empty();
  }

  private Optional<String> cut(Inquest inquest) throws SQLException {
    return follows(inquest).held()
        ? Optional.empty()
        : Optional.of("its session on the primary was ended");
  }
}
