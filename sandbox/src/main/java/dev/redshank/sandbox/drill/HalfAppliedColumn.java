package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.drill.Part.Answer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The release left {@code orders.release_id} behind: committed, without default, all rows NULL. */
final class HalfAppliedColumn implements Front {
  private static final String COLUMN = "release_id";
  private static final String VALUE = "unknown";

  @Override
  public void build(World world) throws SQLException {
    world.run(Shop.DATABASE, "ALTER TABLE orders ADD COLUMN " + COLUMN + " text");
  }

  @Override
  public List<Part> detect() {
    return List.of(new Part("Found the half applied column", HalfAppliedColumn::touched));
  }

  /** Also when it did not work, as behind a lock; and however it came about where it is there. */
  private static Answer touched(Inquest inquest) throws SQLException {
    boolean tried = inquest.deedsIn(Shop.DATABASE).stream()
        .map(Deed::words)
        .anyMatch(words -> words.has(COLUMN)
            && (words.has("update") || words.has("alter") || words.has("insert")));
    return tried || defaulted(inquest).held() || inquest.filled(COLUMN).held()
        ? Answer.yes("orders." + COLUMN + " was worked on")
        : Answer.no("nothing was done about orders." + COLUMN);
  }

  @Override
  public List<Part> fix() {
    return List.of(
        new Part("Rows that were there have a value", inquest -> inquest.filled(COLUMN)),
        new Part("New rows get 'unknown'", HalfAppliedColumn::defaulted));
  }

  private static Answer defaulted(Inquest inquest) throws SQLException {
    String value = inquest.one(
        Shop.DATABASE,
        "SELECT coalesce(pg_get_expr(adbin, adrelid), '') FROM pg_attribute"
            + " LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum"
            + " WHERE attrelid = 'public.orders'::regclass AND attname = '" + COLUMN + "'");
    return value.startsWith("'" + VALUE + "'")
        ? Answer.yes("the default is " + value)
        : Answer.no(value.isEmpty() ? "there is no default" : "the default is " + value);
  }

  @Override
  public List<Remark> remarks() {
    return List.of(HalfAppliedColumn::order);
  }

  /** Between a backfill and the default that comes behind it rows slip in that are NULL. */
  private static Optional<String> order(Inquest inquest) throws SQLException {
    if (!inquest.filled(COLUMN).held() || !defaulted(inquest).held()) {
      return Optional.empty();
    }
    long last = inquest.start().rows(Shop.DATABASE).last();
    long leaked = inquest.count(
        Shop.DATABASE,
        "SELECT count(*) FROM public.orders WHERE " + COLUMN + " IS NULL AND id > " + last);
    if (leaked > 0) {
      return Optional.of(
          leaked + (leaked == 1 ? " row" : " rows") + " slipped in as NULL before the"
              + " default was there. Set the default first, then fill the rows of before.");
    }
    return defaultFirst(inquest)
        ? Optional.of("Well done: the default came first, so no row slipped in as NULL.")
        : Optional.empty();
  }

  private static boolean defaultFirst(Inquest inquest) {
    List<Deed> deeds = inquest.deedsIn(Shop.DATABASE);
    int defaulted = first(deeds, "default");
    int filled = first(deeds, "update");
    return defaulted >= 0 && defaulted < filled;
  }

  private static int first(List<Deed> deeds, String word) {
    for (int i = 0; i < deeds.size(); i++) {
      if (deeds.get(i).words().has(COLUMN) && deeds.get(i).words().has(word)) {
        return i;
      }
    }
    return -1;
  }
}
