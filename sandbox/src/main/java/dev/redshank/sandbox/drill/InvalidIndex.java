package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.drill.Part.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A unique index failed on duplicates and was left INVALID; a retry with IF NOT EXISTS found its name
 * taken and went green.
 */
final class InvalidIndex implements Front {
  private static final String INDEX = "orders_reference_key";
  private static final String WRITER = "app_writer_1";
  private static final String READER = "app_checkout_1";
  private static final int COPIES = 3;

  @Override
  public void build(World world) throws SQLException {
    world.run(
        Shop.DATABASE,
        "ALTER TABLE orders ADD COLUMN reference text",
        "UPDATE orders SET reference = 'R-' || CASE WHEN id > " + (Shop.ORDERS - COPIES)
            + " THEN id - " + COPIES + " ELSE id END",
        "VACUUM ANALYZE orders");
    leave(world);
    world.run(
        Shop.DATABASE,
        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS " + INDEX + " ON orders (reference)",
        "INSERT INTO schema_migrations VALUES ('20260607_orders_reference_key')",
        "CREATE SEQUENCE references_taken",
        "GRANT USAGE ON SEQUENCE references_taken TO app_writer");
  }

  /** The migration fails, as it did in production. */
  private static void leave(World world) throws SQLException {
    try {
      world.run(
          Shop.DATABASE, "CREATE UNIQUE INDEX CONCURRENTLY " + INDEX + " ON orders (reference)");
      throw new IllegalStateException("The duplicates are missing");
    } catch (SQLException duplicates) {
      if (!"23505".equals(duplicates.getSQLState())) {
        throw duplicates;
      }
    }
  }

  @Override
  public void people(World world) throws SQLException {
    world.repeats(
        READER, "app_user", Shop.DATABASE, 100, "SELECT id FROM orders WHERE reference = 'R-777'");
    world.repeats(
        WRITER,
        "app_writer",
        Shop.DATABASE,
        50,
        "INSERT INTO orders (customer_id, total, reference)"
            + " VALUES (7, 19.90, 'W-' || nextval('references_taken'))");
  }

  @Override
  public List<Part> detect() {
    return List.of(
        new Part("Found the INVALID index", InvalidIndex::indexTouched),
        new Part("Found what made it fail", InvalidIndex::copiesTouched));
  }

  private static Answer indexTouched(Inquest inquest) {
    return inquest.deedsIn(Shop.DATABASE).stream()
            .map(Deed::words)
            .anyMatch(InvalidIndex::isAboutIndex)
        ? Answer.yes("the index was worked on")
        : Answer.no("nothing was done about " + INDEX);
  }

  /** To build it once more with IF NOT EXISTS is what has gone wrong already. */
  private static boolean isAboutIndex(WordList words) {
    boolean builds = words.has("create") && !words.hasRow("if", "not", "exists");
    return words.has("reindex") || words.has("index") && (words.has("drop") || builds);
  }

  private static Answer copiesTouched(Inquest inquest) {
    return inquest.deedsIn(Shop.DATABASE).stream()
            .map(Deed::words)
            .anyMatch(words -> words.hasAny(Set.of("delete", "update")) && words.has("reference"))
        ? Answer.yes("the duplicates were worked on")
        : Answer.no("nothing was done about the duplicates");
  }

  @Override
  public List<Part> fix() {
    return List.of(
        new Part("A valid unique index holds reference", InvalidIndex::valid),
        new Part("No INVALID index is left", InvalidIndex::noneInvalid),
        new Part("No reference is taken twice", InvalidIndex::noneTwice),
        new Part("The application still works", inquest -> inquest.progress(WRITER, READER)));
  }

  /** An index that was only declared valid is empty. */
  private static Answer valid(Inquest inquest) throws SQLException {
    boolean valid = inquest.is(Shop.DATABASE, """
        SELECT count(*) > 0 FROM pg_index JOIN pg_attribute ON attrelid = indrelid
        WHERE indrelid = 'public.orders'::regclass AND attname = 'reference' AND indisunique
          AND indisvalid AND indisready AND indnkeyatts = 1 AND indkey[0] = attnum
          AND indpred IS NULL AND pg_relation_size(indexrelid) > 100000
        """);
    return valid
        ? Answer.yes("it is unique, valid and ready")
        : Answer.no("no index of orders keeps reference unique");
  }

  private static Answer noneInvalid(Inquest inquest) throws SQLException {
    String left = inquest.one(
        Shop.DATABASE,
        "SELECT string_agg(indexrelid::regclass::text, ', ') FROM pg_index WHERE NOT indisvalid");
    return left.isEmpty() ? Answer.yes("all are valid") : Answer.no(left + " is INVALID");
  }

  private static Answer noneTwice(Inquest inquest) throws SQLException {
    long twice = inquest.count(
        Shop.DATABASE,
        "SELECT count(*) FROM (SELECT FROM public.orders WHERE reference IS NOT NULL GROUP BY reference"
            + " HAVING count(*) > 1) AS twice");
    return twice == 0
        ? Answer.yes("each is there once")
        : Answer.no(twice + " references are there twice");
  }

  @Override
  public List<Trap> traps() {
    return List.of(
        new Trap("Built an index while writers wait", InvalidIndex::builtUnderLock),
        new Trap("Lost orders that were no copies", InvalidIndex::ordersLost),
        new Trap("Wrote to the system catalog", InvalidIndex::catalogWritten));
  }

  private static Optional<String> builtUnderLock(Inquest inquest) {
    return inquest.deedsIn(Shop.DATABASE).stream()
        .filter(deed -> blocksWriters(deed.words()))
        .map(deed ->
            "without CONCURRENTLY: " + deed.sql().strip().lines().findFirst().orElse(""))
        .findFirst();
  }

  private static boolean blocksWriters(WordList words) {
    boolean creates = words.hasRow("create", "index") || words.hasRow("create", "unique", "index");
    boolean builds = creates && words.has("orders") || words.has("reindex");
    boolean constraint =
        words.has("orders") && words.has("alter") && words.has("add") && words.has("unique");
    return builds && !words.has("concurrently") || constraint && !words.has("using");
  }

  /** Of each pair the younger order is the copy; one of the two may go. */
  private static Optional<String> ordersLost(Inquest inquest) throws SQLException {
    Start.Rows before = inquest.start().rows(Shop.DATABASE);
    long lost = before.count()
        - inquest.count(
            Shop.DATABASE, "SELECT count(*) FROM public.orders WHERE id <= " + before.last());
    long kept = inquest.count(
        Shop.DATABASE,
        "SELECT count(*) FROM public.orders WHERE id <= " + (Shop.ORDERS - 2 * COPIES));
    List<String> found = new ArrayList<>();
    if (lost > COPIES) {
      found.add(lost + " orders are gone, " + COPIES + " were copies");
    } else if (kept < Shop.ORDERS - 2 * COPIES) {
      found.add("orders are gone that were no copies");
    }
    return found.stream().findFirst();
  }

  private static Optional<String> catalogWritten(Inquest inquest) {
    return inquest.deeds().stream()
        .filter(deed -> deed.words().hasAny(Set.of("update", "delete", "insert"))
            && deed.words().has("pg_index"))
        .map(deed -> deed.sql().strip().lines().findFirst().orElse(""))
        .findFirst();
  }

  @Override
  public Set<Licence> licences() {
    return Set.of(Licence.INDEXES, Licence.ROWS);
  }
}
