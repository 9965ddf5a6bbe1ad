package dev.redshank.core.lint;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.config.RulePolicy;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Asks the rules about each moment that they want to hear of. A rule that throws is noted, and the others go on. */
final class Judges implements Moments {
  private final RuleSet rules;
  private final List<LocatedFinding> findings = new ArrayList<>();
  private final List<NotRead> notRead = new ArrayList<>();
  private final List<RuleCrash> crashes = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Statements> statements = new HashMap<>();
  private final Map<String, SourceText> sources = new HashMap<>();

  private final Map<String, RulePolicy> policies = new HashMap<>();
  private final Set<String> reviewed = new LinkedHashSet<>();
  private final LintConfig config;
  private RulePolicy policy;

  Judges(RuleSet rules, LintConfig config) {
    this.rules = rules;
    this.config = config;
    this.policy = config.rules();
  }

  /** The migrations that rules were asked about. */
  Set<String> reviewed() {
    return reviewed;
  }

  List<LocatedFinding> findings() {
    return findings;
  }

  List<NotRead> notRead() {
    return notRead;
  }

  List<RuleCrash> crashes() {
    return crashes;
  }

  @Override
  public void begin(ReadMigration migration) {
    notRead.addAll(Unread.in(migration));
    reviewed.add(migration.file().path());
    if (!config.overrides().isEmpty()) {
      policy = config.rulesFor(migration.file().path());
      policies.put(migration.file().path(), policy);
    }
    if (rules.at(DeployEnd.class).isEmpty()) {
      statements.clear();
      sources.clear();
    }
    statements.put(migration.file().path(), new Statements(migration));
    sources.put(migration.file().path(), migration.source());
  }

  @Override
  public void at(StatementStep step) {
    List<Rule> asked = rules.about(step.statement().getClass());
    Place place = new Place(step.migration(), step.source(), step.statement().span());
    ask(asked, rule -> rule.check(step, policy.options()), place);
  }

  @Override
  public void at(TransactionEnd end) {
    Span span = end.span().orElse(new Span(0, 0));
    Place place = new Place(end.migration(), end.source(), span);
    ask(rules.at(TransactionEnd.class), rule -> rule.check(end, policy.options()), place);
  }

  @Override
  public void at(MigrationEnd end) {
    Place place = new Place(end.migration(), end.source(), new Span(0, 0));
    ask(rules.at(MigrationEnd.class), rule -> rule.check(end), place);
  }

  @Override
  public void at(DeployEnd end) {
    if (end.migrations().isEmpty()) {
      return;
    }
    MigrationEnd last = end.migrations().get(end.migrations().size() - 1);
    Place place = new Place(last.migration(), last.source(), new Span(0, 0));
    ask(rules.at(DeployEnd.class), rule -> rule.check(end, config.rules().options()), place);
    statements.clear();
    sources.clear();
  }

  private void ask(List<Rule> asked, Function<Rule, List<Finding>> question, Place place) {
    for (Rule rule : asked) {
      try {
        question.apply(rule).forEach(finding -> grade(finding, place));
      } catch (RuntimeException crash) {
        int line = place.source().position(place.span().start()).line();
        crashes.add(new RuleCrash(rule.info().id(), place.migration().path(), line, crash));
      }
    }
  }

  /** Gives a finding the severity that the project wants, unless its rule is off there. */
  private void grade(Finding finding, Place place) {
    if (config.source().isEmpty()) {
      keep(finding, place);
      return;
    }
    String path = finding.path().orElse(place.migration().path());
    config
        .severity(
            finding.rule(),
            finding.mode(),
            finding.severity(),
            policies.getOrDefault(path, config.rules()))
        .ifPresent(severity ->
            keep(severity == finding.severity() ? finding : finding.withSeverity(severity), place));
  }

  private void keep(Finding finding, Place place) {
    String path = finding.path().orElse(place.migration().path());
    Statements texts = statements.getOrDefault(path, Statements.NONE);
    int index = texts.at(finding.span());
    String words = texts.normalized(index);
    String name = finding.rule() + "\n" + path + "\n" + words;
    int nth = seen.merge(name, 1, Integer::sum) - 1;
    String fingerprint = Fingerprint.of(finding.rule(), path, words, nth);
    findings.add(new LocatedFinding(
        finding, sources.getOrDefault(path, place.source()), texts.kind(index), fingerprint));
  }

  /** Where a rule is asked. */
  private record Place(MigrationFile migration, SourceText source, Span span) {}
}
