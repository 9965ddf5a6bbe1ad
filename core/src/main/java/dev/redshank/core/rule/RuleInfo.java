package dev.redshank.core.rule;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * What is known of a rule without asking it.
 *
 * <pre>{@code
 * new RuleInfo(new RuleId("table-of-our-own"), FailureMode.DESTRUCTIVE_ROLLBACK, Severity.ERROR, "Table of our own")
 *     .about(CreateTable.class)
 * }</pre>
 *
 * @param id its name
 * @param mode the failure mode that it belongs to
 * @param alsoModes further failure modes that the same pattern can trigger
 * @param severity the severity of most of its findings
 * @param title for lists
 * @param about the statements that it wants to be asked about; none where it wants other moments only
 * @param moments the other moments that it wants
 * @param having it is asked at the end of a transaction or migration only where one of these is in it; none for any
 * @param squawk the rules of Squawk that it covers
 * @param options what projects may choose about it
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record RuleInfo(
    RuleId id,
    FailureMode mode,
    Set<FailureMode> alsoModes,
    Severity severity,
    String title,
    StatementKinds about,
    Set<Class<? extends Moment>> moments,
    StatementKinds having,
    List<String> squawk,
    List<RuleOption<?>> options) {
  public RuleInfo {
    moments = Set.copyOf(moments);
    squawk = List.copyOf(squawk);
    alsoModes = Set.copyOf(alsoModes);
    options = List.copyOf(options);
  }

  public RuleInfo(RuleId id, FailureMode mode, Severity severity, String title) {
    this(
        id,
        mode,
        Set.of(),
        severity,
        title,
        StatementKinds.NONE,
        Set.of(),
        StatementKinds.NONE,
        List.of(),
        List.of());
  }

  /** The same rule, asked about these statements too. */
  @SafeVarargs
  public final RuleInfo about(Class<? extends Statement>... statements) {
    return about(about.with(Set.of(statements)));
  }

  /** The same rule, asked about each ALTER TABLE with an action of one of these kinds too. */
  @SafeVarargs
  public final RuleInfo altering(Class<? extends AlterAction>... actions) {
    return about(about.altering(Set.of(actions)));
  }

  private RuleInfo about(StatementKinds kinds) {
    return new RuleInfo(
        id, mode, alsoModes, severity, title, kinds, moments, having, squawk, options);
  }

  /** The same rule, asked at these moments too. */
  @SafeVarargs
  public final RuleInfo at(Class<? extends Moment>... moments) {
    return new RuleInfo(
        id, mode, alsoModes, severity, title, about, Set.of(moments), having, squawk, options);
  }

  /** The same rule, asked at the end of a transaction or migration where one of these statements is in it. */
  @SafeVarargs
  public final RuleInfo having(Class<? extends Statement>... statements) {
    return having(having.with(Set.of(statements)));
  }

  /** The same rule, asked there where an ALTER TABLE with one of these actions is in it too. */
  @SafeVarargs
  public final RuleInfo havingAltered(Class<? extends AlterAction>... actions) {
    return having(having.altering(Set.of(actions)));
  }

  private RuleInfo having(StatementKinds kinds) {
    return new RuleInfo(
        id, mode, alsoModes, severity, title, about, moments, kinds, squawk, options);
  }

  /** The same rule with further failure modes. */
  public RuleInfo alsoIn(FailureMode... modes) {
    return new RuleInfo(
        id, mode, Set.of(modes), severity, title, about, moments, having, squawk, options);
  }

  /** The same rule, named as the answer to these rules of Squawk. */
  public RuleInfo covers(String... squawk) {
    return new RuleInfo(
        id, mode, alsoModes, severity, title, about, moments, having, List.of(squawk), options);
  }

  /** The same rule with options. */
  public RuleInfo with(RuleOption<?>... options) {
    return new RuleInfo(
        id, mode, alsoModes, severity, title, about, moments, having, squawk, List.of(options));
  }

  /** A finding of this rule at {@code span}. */
  public Finding finding(Span span, String message) {
    return Finding.of(id, mode, severity, span, message);
  }
}
