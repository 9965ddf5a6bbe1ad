package dev.redshank.core.lint;

import dev.redshank.core.baseline.KnownFinding;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is left of a run's findings once the project has had its say, and what it said. */
final class Accepted {
  private final ProjectFindings project;
  private final Suppressions suppressions;
  private final Past past;

  Accepted(LintSettings settings, Acceptance acceptance, RuleSet rules) {
    this.project = new ProjectFindings(settings, acceptance);
    this.suppressions = new Suppressions(settings, acceptance, rules, project);
    this.past = new Past(settings, acceptance, rules, project);
  }

  /**
   * The findings to report, those about the project among them.
   *
   * @param reviewed the texts that rules were asked about, by path
   */
  List<LocatedFinding> apply(List<LocatedFinding> findings, Map<String, SourceText> reviewed) {
    List<LocatedFinding> left =
        past.apply(suppressions.apply(findings, reviewed), reviewed.keySet());
    if (project.findings().isEmpty()) {
      return left;
    }
    List<LocatedFinding> all = new ArrayList<>(left);
    all.addAll(project.findings());
    return all;
  }

  List<KnownFinding> known() {
    return past.known();
  }

  List<Suppressed> suppressed() {
    return suppressions.suppressed();
  }
}
