package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.drill.Part.Answer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column was renamed while old and new instances of the application run: the old ones ask for {@code
 * customer_note}, the new ones for {@code note}.
 */
final class RenamedColumn implements Front {
  private static final String OLD = "customer_note";
  private static final String NEW = "note";
  private static final List<Version> VERSIONS = List.of(
      new Version("old_app", "old_app_v1", OLD, 7), new Version("new_app", "new_app_v2", NEW, 8));

  /** One of the two versions of the application. */
  private record Version(String user, String reader, String column, int row) {
    String writer() {
      return reader + "_writer";
    }

    String read(int row) {
      return "SELECT " + column + " FROM orders WHERE id = " + row;
    }

    String write(int row, String value) {
      return "UPDATE orders SET " + column + " = '" + value + "' WHERE id = " + row;
    }

    String insert(String value) {
      return "INSERT INTO orders (customer_id, total, " + column + ") VALUES (7, 1, '" + value
          + "')";
    }
  }

  @Override
  public void build(World world) throws SQLException {
    world.run(
        Shop.DATABASE,
        "ALTER TABLE orders ADD COLUMN " + OLD + " text",
        "UPDATE orders SET " + OLD + " = 'call ' || id WHERE id % 4 = 0",
        "VACUUM orders",
        "ALTER TABLE orders RENAME COLUMN " + OLD + " TO " + NEW);
  }

  @Override
  public void people(World world) throws SQLException {
    for (Version version : VERSIONS) {
      world.repeats(version.reader(), version.user(), Shop.DATABASE, 50, version.read(version.row));
      world.repeats(
          version.writer(),
          version.user(),
          Shop.DATABASE,
          100,
          version.write(version.row, "called back"));
    }
    world.awaitFailing("old_app_v1");
    world.awaitFailing("old_app_v1_writer");
  }

  @Override
  public List<Part> detect() {
    return List.of(new Part(
        "Found the column that the old application misses",
        inquest -> inquest.deedsIn(Shop.DATABASE).stream()
                .map(Deed::words)
                .anyMatch(
                    words -> words.has(OLD) && words.hasAny(Set.of("alter", "create", "update")))
            ? Answer.yes(OLD + " was worked on")
            : Answer.no("nothing was done about " + OLD)));
  }

  @Override
  public List<Part> fix() {
    return List.of(
        new Part("The old application works", inquest -> works(inquest, VERSIONS.get(0))),
        new Part("The new application works", inquest -> works(inquest, VERSIONS.get(1))),
        new Part("Each sees what the other writes", RenamedColumn::agree),
        new Part("Notes of before are there under both names", RenamedColumn::carried));
  }

  private static Answer works(Inquest inquest, Version version) throws SQLException {
    Answer progress = inquest.progress(version.reader(), version.writer());
    if (!progress.held()) {
      return progress;
    }
    return inquest
        .failure(version.user(), Shop.DATABASE, version.insert("new"))
        .map(refused -> Answer.no("a new order of " + version.user() + " fails: " + refused))
        .orElse(progress);
  }

  private static Answer agree(Inquest inquest) throws SQLException {
    for (Version writer : VERSIONS) {
      Version reader = VERSIONS.get(1 - VERSIONS.indexOf(writer));
      String sees = "SELECT 1 / count(*) FROM orders WHERE " + reader.column() + " = 'seen?'";
      for (String write : List.of(writer.write(12, "seen?"), writer.insert("seen?"))) {
        Optional<String> refused = inquest.failure(
            World.SCORER,
            Shop.DATABASE,
            "SET LOCAL ROLE " + writer.user(),
            write,
            "SET LOCAL ROLE " + reader.user(),
            sees);
        if (refused.isPresent()) {
          return Answer.no(reader.user() + " does not see what " + writer.user() + " writes");
        }
      }
    }
    return Answer.yes("in both directions");
  }

  /** But for the two orders that the applications write all the time. */
  private static Answer carried(Inquest inquest) throws SQLException {
    long last = inquest.start().rows(Shop.DATABASE).last();
    long other = inquest.count(
        Shop.DATABASE,
        "SELECT count(*) FROM public.orders WHERE " + OLD + " IS DISTINCT FROM " + NEW
            + " AND id <= "
            + last + " AND id NOT IN (" + VERSIONS.get(0).row() + ", "
            + VERSIONS.get(1).row()
            + ")");
    long there = inquest.count(
        Shop.DATABASE, "SELECT count(*) FROM public.orders WHERE " + NEW + " LIKE 'call%'");
    return other == 0 && there >= Shop.ORDERS / 4 - 2
        ? Answer.yes("all " + there)
        : Answer.no(other == 0 ? "notes were lost" : other + " orders differ under the two names");
  }

  @Override
  public List<Trap> traps() {
    return List.of(new Trap("Renamed again under the new application", RenamedColumn::renamed));
  }

  private static Optional<String> renamed(Inquest inquest) {
    return inquest.deedsIn(Shop.DATABASE).stream()
        .filter(deed -> deed.words().has("rename") && deed.words().hasRow(NEW, "to", OLD))
        .map(deed -> "to " + OLD + ", which the new application does not know")
        .findFirst();
  }

  @Override
  public Set<Licence> licences() {
    return Set.of(Licence.NEW_RELATIONS);
  }
}
