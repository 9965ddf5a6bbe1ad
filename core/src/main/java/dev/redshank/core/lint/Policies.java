package dev.redshank.core.lint;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.config.RulePolicy;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.rule.RuleOptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the project wants of the rules in each of its migrations. Asked from any thread. */
final class Policies {
  private final LintConfig config;
  private final Map<String, RulePolicy> byPath = new ConcurrentHashMap<>();

  Policies(LintConfig config) {
    this.config = config;
  }

  /** The options of rules that are asked about more than one migration. */
  RuleOptions options() {
    return config.rules().options();
  }

  RuleOptions options(String path) {
    return of(path).options();
  }

  private RulePolicy of(String path) {
    return config.overrides().isEmpty()
        ? config.rules()
        : byPath.computeIfAbsent(path, config::rulesFor);
  }

  /** A finding with the severity that the project wants; none where its rule is off. */
  Optional<Finding> graded(Finding finding, String path) {
    if (config.source().isEmpty()) {
      return Optional.of(finding);
    }
    return config
        .severity(finding.rule(), finding.mode(), finding.severity(), of(path))
        .map(severity -> severity == finding.severity() ? finding : finding.withSeverity(severity));
  }
}
