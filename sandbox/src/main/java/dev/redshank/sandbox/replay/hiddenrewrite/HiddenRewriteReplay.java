package dev.redshank.sandbox.replay.hiddenrewrite;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Background;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column with a default that differs per row makes PostgreSQL write the whole table anew while nobody
 * can read it. Added without, and filled in batches, it costs more log but nobody waits.
 */
final class HiddenRewriteReplay implements Replay {
  private static final int FEW = 1_000;
  private static final int ROWS = 50_000;
  private static final int BATCH = 10_000;

  private static final String UPDATE = "UPDATE orders SET token = gen_random_uuid() ";
  private static final String ADD = "ALTER TABLE orders ADD COLUMN ";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id bigserial PRIMARY KEY, amount int NOT NULL, note text)",
        rows(1, FEW));
    sameForAllRows(stage.also("now() and whatever is the same for all rows does not rewrite"));
    differsPerRow(stage.also("whatever differs per row rewrites"), stage.atLeast(18));
    // How long others wait depends on the rows; whether there is a rewrite does not.
    stage.given(rows(FEW + 1, ROWS));
    danger(stage.danger());
    remedy(stage.remedy());
  }

  private static String rows(int first, int last) {
    return "INSERT INTO orders (amount, note) SELECT g, 'as ordered' FROM generate_series(" + first
        + ", " + last + ") g";
  }

  private static void danger(Act act) {
    Background background = background(act);
    act.then("BEGIN", ADD + "token uuid DEFAULT gen_random_uuid()")
        .succeeds()
        .rewrites("orders")
        .says("rewriting table \"orders\"")
        .logs(WalVolume.TABLE)
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
        .figure("write-ahead log", act.walBytes() / 1e6, "MB");
    background.waitsFor("reader", "migration").waitsFor("writer", "migration");
    act.then("COMMIT").succeeds();
    figures(background);
  }

  private static void remedy(Act act) {
    Background background = background(act);
    // In one statement: otherwise rows that come between the two would stay without.
    act.then(ADD + "token uuid, ALTER COLUMN token SET DEFAULT gen_random_uuid()")
        .succeeds()
        .keepsFileOf("orders")
        .doesNotScan("orders")
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
        .then(batches())
        .succeeds()
        .keepsFileOf("orders")
        .holdsAtMost(LockMode.ROW_EXCLUSIVE, "orders")
        .returns("SELECT count(*) FROM orders WHERE token IS NULL", "0")
        .figure("write-ahead log", act.walBytes() / 1e6, "MB");
    background.neverFails("reader").neverFails("writer");
    figures(background);
  }

  /** The last one takes the rows that came meanwhile, before new ones had a default. */
  private static String[] batches() {
    Stream<String> batches = IntStream.iterate(1, first -> first < ROWS, first -> first + BATCH)
        .mapToObj(first -> UPDATE + "WHERE id BETWEEN " + first + " AND " + (first + BATCH - 1));
    String last = UPDATE + "WHERE id > " + ROWS + " AND token IS NULL";
    return Stream.concat(batches, Stream.of(last)).toArray(String[]::new);
  }

  private static Background background(Act act) {
    return act.background()
        .loop("reader", 5, "SELECT amount FROM orders WHERE id = 1")
        .loop("writer", 10, "INSERT INTO orders (amount) VALUES (1)")
        .isAnswered("reader")
        .isAnswered("writer");
  }

  private static void figures(Background background) {
    background.isAnswered("reader").isAnswered("writer").figures("reader").figures("writer");
  }

  private static void sameForAllRows(Act act) {
    act.then(
            ADD + "seen timestamptz NOT NULL DEFAULT now()",
            ADD + "stamp timestamp DEFAULT (now() AT TIME ZONE 'utc')",
            ADD + "day date DEFAULT current_date",
            ADD + "author text DEFAULT current_user",
            ADD + "state text NOT NULL DEFAULT 'new'")
        .succeeds()
        .keepsFileOf("orders")
        .doesNotScan("orders")
        .returns("SELECT count(DISTINCT seen) FROM orders", "1")
        .figure("write-ahead log", act.walBytes() / 1e6, "MB");
  }

  private static void differsPerRow(Act act, boolean from18) {
    act.then(ADD + "seen timestamptz DEFAULT clock_timestamp()").rewrites("orders");
    act.then(ADD + "number bigserial").rewrites("orders");
    act.then(ADD + "twice int GENERATED ALWAYS AS (2 * amount) STORED").rewrites("orders");
    if (from18) {
      act.then(ADD + "token uuid DEFAULT uuidv7()").rewrites("orders");
      act.then(ADD + "thrice int GENERATED ALWAYS AS (3 * amount) VIRTUAL").keepsFileOf("orders");
    }
  }
}
