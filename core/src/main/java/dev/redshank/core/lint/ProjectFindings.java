package dev.redshank.core.lint;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with the project rather than with a statement, at the severities that it wants. */
final class ProjectFindings {
  private final LintSettings settings;
  private final Acceptance acceptance;
  private final List<LocatedFinding> findings = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  ProjectFindings(LintSettings settings, Acceptance acceptance) {
    this.settings = settings;
    this.acceptance = acceptance;
  }

  /** What was collected since this was asked last. */
  List<LocatedFinding> take() {
    List<LocatedFinding> taken = List.copyOf(findings);
    findings.clear();
    return taken;
  }

  void add(RuleInfo rule, SourceText source, Span span, String message) {
    if (!acceptance.reported().contains(rule.id())) {
      return;
    }
    Finding finding = rule.finding(span, message);
    settings
        .config()
        .severity(
            rule.id(), rule.mode(), rule.severity(), settings.config().rulesFor(source.path()))
        .ifPresent(severity -> add(finding.withSeverity(severity), source));
  }

  private void add(Finding finding, SourceText source) {
    String about = source.slice(finding.span());
    int nth = seen.merge(finding.rule() + "\n" + source.path() + "\n" + about, 1, Integer::sum) - 1;
    String fingerprint = Fingerprint.of(finding.rule(), source.path(), about, nth);
    findings.add(new LocatedFinding(finding, source, "", fingerprint));
  }
}
