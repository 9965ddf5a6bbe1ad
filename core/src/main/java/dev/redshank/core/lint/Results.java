package dev.redshank.core.lint;

import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts the outcome of a run together, in order of place. */
final class Results {
  private final PgVersion postgres;
  private final List<Problem> problems;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, SourceText> sources = new HashMap<>();
  private int statements;

  Results(PgVersion postgres, List<Problem> problems) {
    this.postgres = postgres;
    this.problems = new ArrayList<>(problems);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  void count(ReadMigration migration) {
    String path = migration.file().path();
    order.putIfAbsent(path, order.size());
    sources.put(path, migration.source());
    statements += migration.statements().size();
  }

  LintResult with(Judges judges, Accepted accepted) {
    List<LocatedFinding> sorted = new ArrayList<>(judges.findings());
    sorted.sort(byPlace());
    Map<String, SourceText> reviewed = new LinkedHashMap<>();
    judges.reviewed().forEach(path -> reviewed.put(path, textOf(path)));
    List<LocatedFinding> findings = new ArrayList<>(accepted.apply(sorted, reviewed));
    findings.sort(byPlace());
    List<Suppressed> suppressed = new ArrayList<>(accepted.suppressed());
    suppressed.sort(Comparator.comparing(Suppressed::finding, byPlace()));
    List<NotRead> notRead = new ArrayList<>(judges.notRead());
    notRead.sort(Comparator.comparingInt((NotRead part) -> order.get(part.path()))
        .thenComparingInt(part -> part.span().start()));
    Map<String, SourceText> needed = new HashMap<>();
    findings.forEach(found ->
        found.finding().related().forEach(place -> need(needed, place.place().path())));
    findings.forEach(found -> needed.put(found.source().path(), found.source()));
    suppressed.forEach(one -> need(needed, one.finding().source().path()));
    notRead.forEach(part -> need(needed, part.path()));
    return new LintResult(
        postgres,
        findings,
        notRead,
        problems,
        judges.crashes(),
        order.size(),
        statements,
        needed,
        suppressed,
        accepted.known());
  }

  /** What is no migration, such as the configuration, comes last. */
  private Comparator<LocatedFinding> byPlace() {
    return Comparator.comparingInt(
            (LocatedFinding found) -> order.getOrDefault(found.source().path(), Integer.MAX_VALUE))
        .thenComparing(found -> found.source().path())
        .thenComparingInt(found -> found.finding().span().start())
        .thenComparing(found -> found.finding().rule())
        .thenComparingInt(found -> found.finding().span().end());
  }

  private SourceText textOf(String path) {
    return Objects.requireNonNull(sources.get(path), path);
  }

  private void need(Map<String, SourceText> needed, String path) {
    SourceText source = sources.get(path);
    if (source != null) {
      needed.put(path, source);
    }
  }
}
