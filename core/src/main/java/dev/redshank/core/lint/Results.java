package dev.redshank.core.lint;

import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  void count(ReadMigration migration) {
    String path = migration.file().path();
    order.putIfAbsent(path, order.size());
    sources.put(path, migration.source());
    doubt.note(migration.file());
    statements += migration.statements().size();
  }

  LintResult with(Judges judges) {
    List<LocatedFinding> findings = new ArrayList<>(doubt.about(judges.findings()));
    findings.sort(Comparator.comparingInt(
            (LocatedFinding found) -> order.get(found.source().path()))
        .thenComparingInt(found -> found.finding().span().start())
        .thenComparing(found -> found.finding().rule())
        .thenComparingInt(found -> found.finding().span().end()));
    List<NotRead> notRead = new ArrayList<>(judges.notRead());
    notRead.sort(Comparator.comparingInt((NotRead part) -> order.get(part.path()))
        .thenComparingInt(part -> part.span().start()));
    Map<String, SourceText> needed = new HashMap<>();
    findings.forEach(found ->
        found.finding().related().forEach(place -> need(needed, place.place().path())));
    findings.forEach(found -> need(needed, found.source().path()));
    notRead.forEach(part -> need(needed, part.path()));
    return new LintResult(
        postgres, findings, notRead, problems, judges.crashes(), order.size(), statements, needed);
  }

  private void need(Map<String, SourceText> needed, String path) {
    SourceText source = sources.get(path);
    if (source != null) {
      needed.put(path, source);
    }
  }
}
