package dev.redshank.core.lint;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.Moment;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleOptions;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the rules about each of some moments that they want to hear of. A rule that throws is noted, and the others
 * go on. Moments never change and rules are functions, so any thread may do this.
 */
final class Hearing {
  private final RuleSet rules;
  private final Policies policies;
  private final DeployTexts texts;
  private final List<Claim> claims = new ArrayList<>();
  private final List<RuleCrash> crashes = new ArrayList<>();
  private final List<HeldLock> locks = new ArrayList<>();

  private Hearing(RuleSet rules, Policies policies, DeployTexts texts) {
    this.rules = rules;
    this.policies = policies;
    this.texts = texts;
  }

  /**
   * A finding with what names it.
   *
   * @param words the normalised statement
   */
  record Claim(Finding finding, SourceText source, String path, String kind, String words) {}

  /**
   * What the rules say, in the order of asking.
   *
   * @param locks on tables that others use, as transactions held them in the end
   */
  record Outcome(List<Claim> claims, List<RuleCrash> crashes, List<HeldLock> locks) {}

  static Outcome of(List<Moment> moments, RuleSet rules, Policies policies, DeployTexts texts) {
    Hearing hearing = new Hearing(rules, policies, texts);
    for (Moment moment : moments) {
      hearing.hear(moment);
    }
    return new Outcome(hearing.claims, hearing.crashes, hearing.locks);
  }

  private void hear(Moment moment) {
    if (moment instanceof StatementStep step) {
      Place place = new Place(step.migration(), step.source(), step.statement().span());
      RuleOptions options = policies.options(step.migration().path());
      for (Rule rule : rules.about(step.statement())) {
        ask(rule, () -> rule.check(step, options), place);
      }
    } else if (moment instanceof TransactionEnd end) {
      Place place = new Place(end.migration(), end.source(), end.span().orElse(START));
      RuleOptions options = policies.options(end.migration().path());
      for (Rule rule : rules.at(TransactionEnd.class, end.steps())) {
        ask(rule, () -> rule.check(end, options), place);
      }
      locks.addAll(end.lockedTables());
    } else if (moment instanceof MigrationEnd end) {
      Place place = new Place(end.migration(), end.source(), START);
      for (Rule rule : rules.at(MigrationEnd.class, end.steps())) {
        ask(rule, () -> rule.check(end), place);
      }
    } else if (moment instanceof DeployEnd end && !end.migrations().isEmpty()) {
      MigrationEnd last = end.migrations().get(end.migrations().size() - 1);
      Place place = new Place(last.migration(), last.source(), START);
      RuleOptions options = policies.options();
      rules.at(DeployEnd.class).forEach(rule -> ask(rule, () -> rule.check(end, options), place));
    }
  }

  private static final Span START = new Span(0, 0);

  /** Where a rule is asked. */
  private record Place(MigrationFile migration, SourceText source, Span span) {}

  /** A question to a rule. */
  private interface Question {
    List<Finding> findings();
  }

  private void ask(Rule rule, Question question, Place place) {
    try {
      for (Finding finding : question.findings()) {
        keep(finding, place);
      }
    } catch (RuntimeException crash) {
      int line = place.source().position(place.span().start()).line();
      crashes.add(new RuleCrash(rule.info().id(), place.migration().path(), line, crash));
    }
  }

  private void keep(Finding finding, Place place) {
    String path = finding.path().orElse(place.migration().path());
    policies.graded(finding, path).ifPresent(graded -> keep(graded, path, place));
  }

  private void keep(Finding finding, String path, Place place) {
    Statements statements = texts.statements(path);
    int index = statements.at(finding.span());
    claims.add(new Claim(
        finding,
        texts.source(path).orElse(place.source()),
        path,
        statements.kind(index),
        statements.normalized(index)));
  }
}
