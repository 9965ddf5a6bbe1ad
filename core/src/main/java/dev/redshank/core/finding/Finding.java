package dev.redshank.core.finding;

import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.schema.Place;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a rule has to say about one place. Rules make one with {@code RuleInfo.finding} and add to it.
 *
 * <pre>{@code
 * Finding finding = INFO.finding(statement.span(), "orders is rewritten while nobody can read it.");
 * }</pre>
 *
 * @param rule who says it
 * @param mode the failure mode
 * @param severity how bad it is
 * @param span where, in the file of the moment
 * @param message this statement, this object: the consequence
 * @param locks the locks that matter to it
 * @param uncertain what the migrations do not settle
 * @param fix the mechanical change
 * @param recipe the safe version as SQL, a line each, comments with the reason
 * @param related further places
 * @param path the migration that {@code span} lies in, where the moment is about several; else empty
 * @param unvalidated the constraint that the finding is about, where it stands only as long as no later migration validates
 *     or drops that constraint
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record Finding(
    RuleId rule,
    FailureMode mode,
    Severity severity,
    Span span,
    String message,
    List<TableLock> locks,
    List<Uncertainty> uncertain,
    Optional<Fix> fix,
    List<String> recipe,
    List<RelatedPlace> related,
    Optional<String> path,
    Optional<Place> unvalidated) {
  public Finding {
    locks = List.copyOf(locks);
    uncertain = List.copyOf(uncertain);
    recipe = List.copyOf(recipe);
    related = List.copyOf(related);
  }

  /** A finding without anything beside its message. */
  public static Finding of(
      RuleId rule, FailureMode mode, Severity severity, Span span, String message) {
    return new Finding(
        rule,
        mode,
        severity,
        span,
        message,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  public Finding withSeverity(Severity severity) {
    return new Finding(
        rule,
        mode,
        severity,
        span,
        message,
        locks,
        uncertain,
        fix,
        recipe,
        related,
        path,
        unvalidated);
  }

  public Finding withMessage(String message) {
    return new Finding(
        rule,
        mode,
        severity,
        span,
        message,
        locks,
        uncertain,
        fix,
        recipe,
        related,
        path,
        unvalidated);
  }

  public Finding withLocks(List<TableLock> locks) {
    return new Finding(
        rule,
        mode,
        severity,
        span,
        message,
        locks,
        uncertain,
        fix,
        recipe,
        related,
        path,
        unvalidated);
  }

  public Finding withUncertain(List<Uncertainty> uncertain) {
    return new Finding(
        rule,
        mode,
        severity,
        span,
        message,
        locks,
        uncertain,
        fix,
        recipe,
        related,
        path,
        unvalidated);
  }

  public Finding withFix(Fix fix) {
    return new Finding(
        rule,
        mode,
        severity,
        span,
        message,
        locks,
        uncertain,
        Optional.of(fix),
        recipe,
        related,
        path,
        unvalidated);
  }

  /** The safe version, a line of SQL or a comment each. */
  public Finding withRecipe(List<String> recipe) {
    return new Finding(
        rule,
        mode,
        severity,
        span,
        message,
        locks,
        uncertain,
        fix,
        recipe,
        related,
        path,
        unvalidated);
  }

  public Finding withRelated(List<RelatedPlace> related) {
    return new Finding(
        rule,
        mode,
        severity,
        span,
        message,
        locks,
        uncertain,
        fix,
        recipe,
        related,
        path,
        unvalidated);
  }

  /** The same finding in a migration of the deploy, which a rule names at the end of a deploy. */
  public Finding inMigration(String path) {
    return new Finding(
        rule,
        mode,
        severity,
        span,
        message,
        locks,
        uncertain,
        fix,
        recipe,
        related,
        Optional.of(path),
        unvalidated);
  }

  /** The same finding, which a later migration takes back by validating or dropping the constraint that is written there. */
  public Finding untilValidated(Place constraint) {
    return new Finding(
        rule,
        mode,
        severity,
        span,
        message,
        locks,
        uncertain,
        fix,
        recipe,
        related,
        path,
        Optional.of(constraint));
  }
}
