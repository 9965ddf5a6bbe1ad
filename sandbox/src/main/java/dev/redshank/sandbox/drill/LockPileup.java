package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.drill.Part.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A migration that is idle in its transaction holds a lock on {@code orders}, and the application's
 * writers wait behind it.
 *
 * @param takesLock the statement of the migration
 */
record LockPileup(String takesLock) implements Front {
  private static final String BLOCKER = "migration_runner_7f3";
  private static final String[] WRITERS = {"app_writer_1", "app_writer_2"};
  private static final String INSERT = "INSERT INTO orders (customer_id, total) VALUES (7, 19.90)";
  private static final int REPLAYED = 20;

  @Override
  public void people(World world) throws SQLException {
    world.blames(BLOCKER, "migration_runner", Shop.DATABASE, takesLock);
    for (String writer : WRITERS) {
      world.repeats(writer, "app_writer", Shop.DATABASE, 50, INSERT);
    }
    for (String writer : WRITERS) {
      world.awaitWaiting(writer);
    }
  }

  @Override
  public List<Part> detect() {
    return List.of(new Part("Found the session that holds the lock", LockPileup::blockerEnded));
  }

  private static Answer blockerEnded(Inquest inquest) throws SQLException {
    return inquest
        .blamed()
        .map(holder -> Answer.no(holder + " still holds its lock"))
        .orElseGet(() -> Answer.yes(BLOCKER + " was ended"));
  }

  @Override
  public List<Part> fix() {
    return List.of(new Part("Writes flow again", LockPileup::writesFlow));
  }

  private static Answer writesFlow(Inquest inquest) throws SQLException {
    Answer progress = inquest.progress(WRITERS);
    if (!progress.held()) {
      return progress;
    }
    List<String> inserts = new ArrayList<>(Collections.nCopies(REPLAYED, INSERT));
    var refused = inquest.failure("app_writer", Shop.DATABASE, inserts.toArray(String[]::new));
    if (refused.isPresent()) {
      return Answer.no("an INSERT of app_writer fails: " + refused.get());
    }
    boolean drained = inquest.comesAbout(() -> inquest.is(
        "postgres",
        "SELECT count(*) = 0 FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
            + " WHERE NOT l.granted AND d.datname = '" + Shop.DATABASE + "'"));
    return drained
        ? Answer.yes("both writers work, " + REPLAYED + " orders were taken")
        : Answer.no("somebody still waits for a lock in " + Shop.DATABASE);
  }
}
