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
import java.util.Optional;

/** Puts the outcome of a run together, in order of place. */
final class Results {
  private final PgVersion postgres;
  private final List<Problem> problems;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, SourceText> sources = new HashMap<>();
  private final RepeatableDoubt doubt;
  private int statements;

  Results(LintSettings settings, List<Problem> problems) {
    this.postgres = settings.postgres();
    this.doubt = new RepeatableDoubt(settings.since().isPresent());
    this.problems = new ArrayList<>(problems);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /**
   * @param counts whether it is a migration, and not what was there before
   */
  void remember(ReadMigration migration, boolean counts) {
    String path = migration.file().path();
    sources.put(path, migration.source());
    doubt.note(migration.file());
    if (counts) {
      order.putIfAbsent(path, order.size());
      statements += migration.statements().size();
    }
  }

  LintResult with(Judges judges, Accepted accepted, Verdict verdict) {
    List<LocatedFinding> sorted = new ArrayList<>(doubt.about(judges.findings()));
    sorted.sort(byPlace());
    Map<String, SourceText> reviewed = new LinkedHashMap<>();
    judges.reviewed().forEach(path -> reviewed.put(path, textOf(path)));
    List<LocatedFinding> findings =
        new ArrayList<>(accepted.apply(sorted, reviewed, this::textOrNothing));
    findings.sort(byPlace());
    List<Suppressed> suppressed = new ArrayList<>(accepted.suppressed());
    suppressed.sort(Comparator.comparing(Suppressed::finding, byPlace()));
    List<NotRead> notRead = new ArrayList<>(judges.notRead());
    notRead.sort(Comparator.comparingInt((NotRead part) -> order.get(part.path()))
        .thenComparingInt(part -> part.span().start()));
    Optional<List<LocatedFinding>> unchanged = accepted.unchanged();
    Map<String, SourceText> needed = new HashMap<>();
    findings.forEach(found -> needPlaces(needed, found));
    suppressed.forEach(one -> needPlaces(needed, one.finding()));
    unchanged.ifPresent(known -> known.forEach(found -> needPlaces(needed, found)));
    notRead.forEach(part -> need(needed, part.path()));
    verdict.tables().forEach(table -> need(needed, table.place().path()));
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
        accepted.known(),
        unchanged,
        List.copyOf(reviewed.keySet()),
        verdict);
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

  private SourceText textOrNothing(String path) {
    return sources.getOrDefault(path, SourceText.of(path, ""));
  }

  private SourceText textOf(String path) {
    return Objects.requireNonNull(sources.get(path), path);
  }

  private void needPlaces(Map<String, SourceText> needed, LocatedFinding found) {
    found.finding().related().forEach(place -> need(needed, place.place().path()));
    needed.put(found.source().path(), found.source());
  }

  private void need(Map<String, SourceText> needed, String path) {
    SourceText source = sources.get(path);
    if (source != null) {
      needed.putIfAbsent(path, source);
    }
  }
}
