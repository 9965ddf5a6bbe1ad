package dev.redshank.core.rule;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Set;

/**
 * What is known of a rule without asking it.
 *
 * @param id its name
 * @param mode the failure mode that it belongs to
 * @param alsoModes further failure modes that the same pattern can trigger
 * @param severity the severity of most of its findings
 * @param title for lists
 * @param statements the kinds of statement that it wants to be asked about; none where it wants other moments only
 * @param moments the other moments that it wants
 * @param squawk the rules of Squawk that it covers
 * @param options what projects may choose about it
 */
public record RuleInfo(
    RuleId id,
    FailureMode mode,
    Set<FailureMode> alsoModes,
    Severity severity,
    String title,
    Set<Class<? extends Statement>> statements,
    Set<Class<? extends Moment>> moments,
    List<String> squawk,
    List<RuleOption<?>> options) {
  public RuleInfo {
    statements = Set.copyOf(statements);
    moments = Set.copyOf(moments);
    squawk = List.copyOf(squawk);
    alsoModes = Set.copyOf(alsoModes);
    options = List.copyOf(options);
  }

  public RuleInfo(RuleId id, FailureMode mode, Severity severity, String title) {
    this(id, mode, Set.of(), severity, title, Set.of(), Set.of(), List.of(), List.of());
  }

  /** The same rule, asked about these statements. */
  @SafeVarargs
  public final RuleInfo about(Class<? extends Statement>... statements) {
    return new RuleInfo(
        id, mode, alsoModes, severity, title, Set.of(statements), moments, squawk, options);
  }

  /** The same rule, asked at these moments too. */
  @SafeVarargs
  public final RuleInfo at(Class<? extends Moment>... moments) {
    return new RuleInfo(
        id, mode, alsoModes, severity, title, statements, Set.of(moments), squawk, options);
  }

  /** The same rule with further failure modes. */
  public RuleInfo alsoIn(FailureMode... modes) {
    return new RuleInfo(
        id, mode, Set.of(modes), severity, title, statements, moments, squawk, options);
  }

  /** The same rule, named as the answer to these rules of Squawk. */
  public RuleInfo covers(String... squawk) {
    return new RuleInfo(
        id, mode, alsoModes, severity, title, statements, moments, List.of(squawk), options);
  }

  /** The same rule with options. */
  public RuleInfo with(RuleOption<?>... options) {
    return new RuleInfo(
        id, mode, alsoModes, severity, title, statements, moments, squawk, List.of(options));
  }

  /** A finding of this rule at {@code span}. */
  public Finding finding(Span span, String message) {
    return Finding.of(id, mode, severity, span, message);
  }
}
