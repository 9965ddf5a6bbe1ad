package dev.redshank.core.lint;

import dev.redshank.core.baseline.Baseline;
import dev.redshank.core.baseline.KnownFinding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes out the findings that a baseline knows. */
final class Past {
  private final LintSettings settings;
  private final Acceptance acceptance;
  private final ProjectFindings project;
  private final Set<RuleId> asked = new HashSet<>();
  private final Set<RuleId> onceADeploy = new HashSet<>();
  private final List<KnownFinding> known = new ArrayList<>();
  private final List<LocatedFinding> unchanged = new ArrayList<>();

  Past(LintSettings settings, Acceptance acceptance, RuleSet rules, ProjectFindings project) {
    this.settings = settings;
    this.acceptance = acceptance;
    this.project = project;
    rules.rules().forEach(rule -> asked.add(rule.info().id()));
    rules.at(DeployEnd.class).forEach(rule -> onceADeploy.add(rule.info().id()));
  }

  /** The findings that were known, or are from now on. */
  List<KnownFinding> known() {
    return known;
  }

  /** The findings that were known before; empty where nobody says what was. */
  Optional<List<LocatedFinding>> unchanged() {
    return acceptance.baseline().baseline().map(baseline -> unchanged);
  }

  /**
   * The findings that are new.
   *
   * @param reviewed the migrations that rules were asked about
   */
  List<LocatedFinding> apply(List<LocatedFinding> findings, Set<String> reviewed) {
    Acceptance.Known past = acceptance.baseline();
    if (!past.writes() && past.baseline().isEmpty()) {
      return findings;
    }
    FindingStatements statements = new FindingStatements();
    List<KnownFinding> names = findings.stream()
        .map(found ->
            statements.known(found, onceADeploy.contains(found.finding().rule())))
        .toList();
    if (past.writes()) {
      known.addAll(names);
      return List.of();
    }
    return compared(past.baseline().orElseThrow(), findings, names, reviewed);
  }

  private List<LocatedFinding> compared(
      Baseline baseline,
      List<LocatedFinding> findings,
      List<KnownFinding> names,
      Set<String> reviewed) {
    Baseline.Comparison comparison = baseline.compare(names, path -> isGone(path, reviewed));
    List<LocatedFinding> left = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      if (comparison.known().get(i).isEmpty()) {
        left.add(findings.get(i));
      } else {
        known.add(names.get(i));
        unchanged.add(findings.get(i));
      }
    }
    for (KnownFinding entry : comparison.left()) {
      reportStale(baseline, entry, reviewed);
    }
    return left;
  }

  private boolean isGone(String path, Set<String> reviewed) {
    return !reviewed.contains(path) && !acceptance.exists().test(path);
  }

  /** An entry about another migration than those of this run is not stale. */
  private void reportStale(Baseline baseline, KnownFinding entry, Set<String> reviewed) {
    boolean whole = !settings.isOneDeploy();
    boolean stale = reviewed.contains(entry.path()) || (whole && isGone(entry.path(), reviewed));
    boolean exists = acceptance.known().isEmpty()
        || acceptance.known().stream().anyMatch(rule -> rule.id().equals(entry.rule()));
    if (stale && (asked.contains(entry.rule()) || !exists)) {
      String message = "%s finds this no more in %s. Write the baseline again."
          .formatted(entry.rule(), entry.path());
      Optional<Span> span = entry.span();
      project.add(
          ProjectRules.BASELINE_ENTRY_STALE,
          baseline.source(),
          span.orElse(new Span(0, 0)),
          message);
    }
  }
}
