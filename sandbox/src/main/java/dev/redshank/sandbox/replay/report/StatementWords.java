package dev.redshank.sandbox.replay.report;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.replay.result.StatementResult;
import dev.redshank.sandbox.text.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What a statement did, in a few words each. */
final class StatementWords {
  private StatementWords() {}

  /** From so many on, statements that differ in numbers alone are told as one: batches. */
  private static final int BATCHES = 4;

  /**
   * One statement, or several in a row that are alike: tried again, or batch after batch.
   *
   * @param last of them
   * @param millis that they took in all
   */
  record Repeated(StatementResult last, int times, double millis) {
    private static Repeated of(List<StatementResult> alike) {
      double millis = alike.stream().mapToDouble(StatementResult::millis).sum();
      return new Repeated(alike.get(alike.size() - 1), alike.size(), millis);
    }

    /** Such as {@code  (4 times)}; empty for one. */
    String words() {
      return times > 1 ? " (" + times + " times)" : "";
    }
  }

  static List<Repeated> repeated(List<StatementResult> statements) {
    List<Repeated> all = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= statements.size(); end++) {
      if (end == statements.size() || !areAlike(statements.get(start), statements.get(end))) {
        add(statements.subList(start, end), all);
        start = end;
      }
    }
    return all;
  }

  private static void add(List<StatementResult> alike, List<Repeated> all) {
    boolean same = alike.stream().map(StatementResult::sql).distinct().count() == 1;
    if (same || alike.size() >= BATCHES) {
      all.add(Repeated.of(alike));
    } else {
      alike.forEach(each -> all.add(Repeated.of(List.of(each))));
    }
  }

  private static boolean areAlike(StatementResult one, StatementResult other) {
    return one.session().equals(other.session())
        && one.sqlState().equals(other.sqlState())
        && withoutNumbers(one.sql()).equals(withoutNumbers(other.sql()));
  }

  private static String withoutNumbers(String sql) {
    return sql.replaceAll("\\d+", "0");
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
