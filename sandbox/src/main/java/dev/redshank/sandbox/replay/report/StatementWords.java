package dev.redshank.sandbox.replay.report;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.replay.result.StatementResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What a statement did, in a few words each. */
final class StatementWords {
  private StatementWords() {}

  /**
   * One statement that is run several times in a row with the same end, such as one that is tried
   * again.
   *
   * @param last of them
   * @param millis that they took in all
   */
  record Repeated(StatementResult last, int times, double millis) {
    /** The statement, and how often it ran. */
    String sql() {
      return last.sql() + (times > 1 ? "  (" + times + " times)" : "");
    }

    private boolean isLike(StatementResult next) {
      return last.session().equals(next.session())
          && last.sql().equals(next.sql())
          && last.sqlState().isPresent()
          && last.sqlState().equals(next.sqlState());
    }
  }

  static List<Repeated> repeated(List<StatementResult> statements) {
    List<Repeated> all = new ArrayList<>();
    for (StatementResult next : statements) {
      int end = all.size() - 1;
      if (end >= 0 && all.get(end).isLike(next)) {
        Repeated before = all.get(end);
        all.set(end, new Repeated(next, before.times() + 1, before.millis() + next.millis()));
      } else {
        all.add(new Repeated(next, 1, next.millis()));
      }
    }
    return all;
  }

  /** How it failed, what it locked, rewrote, read, built, wrote and logged. */
  static List<String> facts(StatementResult statement) {
    List<String> facts = new ArrayList<>();
    statement
        .sqlState()
        .ifPresent(state -> facts.add("fails with " + state + ": " + statement.message()));
    statement.measured().ifPresent(measured -> add(measured, facts));
    return facts;
  }

  private static void add(Measured measured, List<String> facts) {
    measured.tableLocks().forEach((relation, mode) -> facts.add(mode.words() + " on " + relation));
    names("rewrites ", measured.rewrites(), facts);
    names("reads all of ", measured.scans(), facts);
    names("builds ", measured.builds(), facts);
    if (measured.rowsWritten() > 0) {
      facts.add("writes " + Quantity.count(measured.rowsWritten(), "row"));
    }
    if (measured.wal() != WalVolume.NONE && measured.walBytes() > 0) {
      facts.add("logs " + Quantity.bytes(measured.walBytes()));
    }
    if (measured.mustRunOutsideTransaction()) {
      facts.add("refuses a transaction");
    }
    if (measured.waitsForSnapshots()) {
      facts.add("waits for old snapshots");
    }
  }

  private static void names(String verb, Collection<RelationName> names, List<String> facts) {
    if (!names.isEmpty()) {
      facts.add(
          verb + names.stream().map(RelationName::toString).collect(Collectors.joining(", ")));
    }
  }
}
