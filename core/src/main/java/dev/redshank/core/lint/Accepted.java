package dev.redshank.core.lint;

import dev.redshank.core.baseline.KnownFinding;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is left of a run's findings once the project has had its say, and what it said. */
final class Accepted {
  private final Acceptance acceptance;
  private final ProjectFindings project;
  private final Suppressions suppressions;
  private final Past past;

  Accepted(LintSettings settings, Acceptance acceptance, RuleSet rules) {
    this.acceptance = acceptance;
    this.project = new ProjectFindings(settings, acceptance);
    this.suppressions = new Suppressions(settings, acceptance, rules, project);
    this.past = new Past(settings, acceptance, rules, project);
  }

  /**
   * The findings to report, those about the project among them.
   *
   * @param reviewed the texts that rules were asked about, by path
   * @param texts every text that was read, by path; one without content for any other
   */
  List<LocatedFinding> apply(
      List<LocatedFinding> findings,
      Map<String, SourceText> reviewed,
      Function<String, SourceText> texts) {
    AppliedChanges.report(acceptance.applied(), texts, project);
    List<LocatedFinding> all = with(project.take(), findings);
    List<LocatedFinding> left = new ArrayList<>(suppressions.apply(all, reviewed));
    List<LocatedFinding> aboutProject = left.stream()
        .filter(found -> found.finding().mode() == FailureMode.PROJECT)
        .toList();
    left.removeAll(aboutProject);
    List<LocatedFinding> fresh = past.apply(left, reviewed.keySet());
    return with(project.take(), with(aboutProject, fresh));
  }

  private static List<LocatedFinding> with(
      List<LocatedFinding> more, List<LocatedFinding> findings) {
    if (more.isEmpty()) {
      return findings;
    }
    List<LocatedFinding> all = new ArrayList<>(findings);
    all.addAll(more);
    return all;
  }

  List<KnownFinding> known() {
    return past.known();
  }

  Optional<List<LocatedFinding>> unchanged() {
    return past.unchanged();
  }

  List<Suppressed> suppressed() {
    return suppressions.suppressed();
  }
}
