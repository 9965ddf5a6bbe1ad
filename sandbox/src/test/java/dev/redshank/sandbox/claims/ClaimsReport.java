package dev.redshank.sandbox.claims;

import dev.redshank.core.impact.Example;
import dev.redshank.core.impact.ImpactRow;
import dev.redshank.core.impact.ImpactTable;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.measure.Comparison;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.measure.Options;
import dev.redshank.sandbox.measure.Trial;
import dev.redshank.sandbox.measure.Trials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the examples of all rows on servers and gathers where the table is wrong. */
final class ClaimsReport {
  /** An example of a row. */
  private record Case(ImpactRow<?> row, Example example) {}

  /**
   * Where table and server do not agree.
   *
   * @param difference what, in words
   */
  record Disagreement(PgVersion version, String row, String statement, String difference) {}

  private final List<PgVersion> versions;
  private final Map<String, Case> cases = new LinkedHashMap<>();
  private final List<Disagreement> disagreements = new ArrayList<>();
  private int compared;

  private ClaimsReport(List<PgVersion> versions) {
    this.versions = versions;
  }

  static ClaimsReport of(List<PgVersion> versions) {
    ClaimsReport report = new ClaimsReport(versions);
    report.run();
    return report;
  }

  List<Disagreement> disagreements() {
    return disagreements;
  }

  String summary() {
    return "%d rows, %d examples, %d comparisons on PostgreSQL %s, %d disagreements"
        .formatted(
            ImpactTable.rows().size(), cases.size(), compared, versions, disagreements.size());
  }

  /** The disagreements, one a line. */
  String table() {
    StringBuilder text = new StringBuilder("\n");
    for (Disagreement each : disagreements) {
      text.append("%s  %-32s  %s\n        %s\n"
          .formatted(each.version(), each.row(), each.statement(), each.difference()));
    }
    return text.toString();
  }

  /** All rows, or with {@code -Dredshank.claims=add-,drop-} those whose ids begin so. */
  private static List<ImpactRow<?>> asked() {
    List<String> beginnings = List.of(System.getProperty("redshank.claims", "").split(","));
    return ImpactTable.rows().stream()
        .filter(row -> beginnings.stream().anyMatch(row.id()::startsWith))
        .toList();
  }

  private void run() {
    for (ImpactRow<?> row : asked()) {
      int number = 0;
      for (Example example : row.examples()) {
        cases.put(row.id() + "#" + ++number, new Case(row, example));
      }
    }
    for (PgVersion version : versions) {
      List<Trial> trials = new ArrayList<>();
      cases.forEach((id, each) -> {
        if (each.row().holdsOn(version)) {
          trials.add(new Trial(
              id, setUp(each.example()), each.example().statement(), options(each.example())));
        }
      });
      Trials.Results results = Trials.run(trials, List.of(version));
      trials.forEach(trial -> compare(trial, version, results));
    }
  }

  private static List<String> setUp(Example example) {
    List<String> all = new ArrayList<>(example.given());
    all.addAll(example.unseen());
    return all;
  }

  private static Options options(Example example) {
    Options options = switch (example.where()) {
      case WHERE_ALLOWED -> Options.USUAL;
      case INSIDE -> Options.USUAL.inside();
      case OUTSIDE -> Options.USUAL.outside();
    };
    for (String earlier : example.earlier()) {
      options = options.after(earlier);
    }
    return options;
  }

  private void compare(Trial trial, PgVersion version, Trials.Results results) {
    Case each = cases.get(trial.id());
    Trials.Key key = new Trials.Key(trial.id(), version);
    if (results.failures().containsKey(key)) {
      add(version, trial, "not measured: " + results.failures().get(key));
      return;
    }
    compared++;
    Measured measured = results.of(trial.id(), version);
    Example example = each.example();
    boolean maybeInside = example.where() != Example.Where.OUTSIDE;
    Replay.Claim claim = Replay.of(example, maybeInside, version);
    if (example.where() == Example.Where.WHERE_ALLOWED && claim.impact().refusesTransaction()) {
      claim = Replay.of(example, false, version);
    }
    if (!claim.rows().contains(each.row())) {
      add(version, trial, "the row does not fit its own example");
    }
    Comparison.differences(claim.impact(), measured, context(example))
        .forEach(difference -> add(version, trial, difference));
  }

  private static Comparison.Context context(Example example) {
    return Comparison.Context.of(example.statement(), !example.earlier().isEmpty());
  }

  private void add(PgVersion version, Trial trial, String difference) {
    disagreements.add(new Disagreement(version, trial.id(), trial.statement(), difference));
  }
}
