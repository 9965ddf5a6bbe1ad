package dev.redshank.core.lint;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.Moment;
import dev.redshank.core.rule.Rule;
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
  private final DeployTexts texts;
  private final List<Claim> claims = new ArrayList<>();
  private final List<RuleCrash> crashes = new ArrayList<>();

  private Hearing(RuleSet rules, DeployTexts texts) {
    this.rules = rules;
    this.texts = texts;
  }

  /**
   * A finding with what names it.
   *
   * @param words the normalised statement
   */
  record Claim(Finding finding, SourceText source, String path, String kind, String words) {}

  /** What the rules say, in the order of asking. */
  record Outcome(List<Claim> claims, List<RuleCrash> crashes) {}

  static Outcome of(List<Moment> moments, RuleSet rules, DeployTexts texts) {
    Hearing hearing = new Hearing(rules, texts);
    for (Moment moment : moments) {
      hearing.hear(moment);
    }
    return new Outcome(hearing.claims, hearing.crashes);
  }

  private void hear(Moment moment) {
    if (moment instanceof StatementStep step) {
      Place place = new Place(step.migration(), step.source(), step.statement().span());
      for (Rule rule : rules.about(step.statement())) {
        ask(rule, () -> rule.check(step), place);
      }
    } else if (moment instanceof TransactionEnd end) {
      Place place = new Place(end.migration(), end.source(), end.span().orElse(START));
      for (Rule rule : rules.at(TransactionEnd.class, end.steps())) {
        ask(rule, () -> rule.check(end), place);
      }
    } else if (moment instanceof MigrationEnd end) {
      Place place = new Place(end.migration(), end.source(), START);
      for (Rule rule : rules.at(MigrationEnd.class, end.steps())) {
        ask(rule, () -> rule.check(end), place);
      }
    } else if (moment instanceof DeployEnd end && !end.migrations().isEmpty()) {
      MigrationEnd last = end.migrations().get(end.migrations().size() - 1);
      Place place = new Place(last.migration(), last.source(), START);
      rules.at(DeployEnd.class).forEach(rule -> ask(rule, () -> rule.check(end), place));
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
