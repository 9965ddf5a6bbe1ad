package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.ReportingDescriptorReference;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.RuleCrash;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.report.Count;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a run says about itself: rules that failed, input that cannot be judged, and what is left out. */
final class Notifications {
  /** What there is to say, in the order of the tool's list. */
  private enum Kind {
    INPUT_PROBLEM(
        "input-problem",
        "A file or folder cannot be read.",
        "Mend it: what it holds is not judged."),
    NOT_READ(
        "not-read",
        "A part of a migration is not understood, and is not judged.",
        "Look at it yourself; 'redshank lint --fail-on-unread' refuses such parts."),
    RESULTS_CUT(
        "results-cut",
        "There are more results than code scanning services take.",
        "Lint less at once, or write what is known to a baseline."),
    RULE_CRASHED(
        "rule-crashed",
        "A rule failed, and says nothing where it did.",
        "This is a bug of Redshank: report it with the statement.");

    private final String id;
    private final String meaning;
    private final String repair;

    Kind(String id, String meaning, String repair) {
      this.id = id;
      this.meaning = meaning;
      this.repair = repair;
    }
  }

  private final LintResult result;
  private final RuleDescriptors rules;
  private final Places places;
  private final List<Notification> all = new ArrayList<>();

  Notifications(LintResult result, RuleDescriptors rules, Places places) {
    this.result = result;
    this.rules = rules;
    this.places = places;
  }

  static Set<ReportingDescriptor> descriptors() {
    Set<ReportingDescriptor> descriptors = new LinkedHashSet<>();
    for (Kind kind : Kind.values()) {
      descriptors.add(new ReportingDescriptor()
          .withId(kind.id)
          .withName(RuleDescriptors.pascalCase(kind.id))
          .withShortDescription(ModeTaxonomy.text(kind.meaning))
          .withFullDescription(ModeTaxonomy.text(kind.meaning))
          .withHelp(ModeTaxonomy.text(kind.repair)));
    }
    return descriptors;
  }

  /**
   * The run; it is no success where silence means nothing.
   *
   * @param cut how many results are left out
   * @param cutPlaces how many results lack some of their places
   */
  Invocation invocation(int cut, long cutPlaces) {
    result.crashes().forEach(this::add);
    result.problems().forEach(this::add);
    if (cut > 0) {
      add("The least severe are left out (%s): GitHub takes no more than %d of a run."
          .formatted(Count.of(cut, "result"), Limits.RESULTS));
    }
    if (cutPlaces > 0) {
      add("Related places are left out (%s): GitHub takes no more than %d of a result."
          .formatted(Count.of(cutPlaces, "result"), Limits.LOCATIONS_OF_A_RESULT));
    }
    result.notRead().forEach(this::add);
    return new Invocation()
        .withExecutionSuccessful(result.crashes().isEmpty() && result.problems().isEmpty())
        .withToolExecutionNotifications(all);
  }

  private void add(RuleCrash crash) {
    int index = rules.indexOf(crash.rule());
    ReportingDescriptorReference rule =
        new ReportingDescriptorReference().withId(crash.rule().value()).withIndex(index);
    all.add(notification(Kind.RULE_CRASHED, Notification.Level.ERROR, crash.words())
        .withLocations(Set.of(Places.location(crash.path(), crash.line())))
        .withAssociatedRule(rule)
        .withException(new com.contrastsecurity.sarif.Exception()
            .withKind(crash.error().getClass().getName())
            .withMessage(MessageText.plain(String.valueOf(crash.error().getMessage())))));
  }

  private void add(Problem problem) {
    String message = problem.path() + ": " + problem.message();
    all.add(notification(Kind.INPUT_PROBLEM, Notification.Level.ERROR, message)
        .withLocations(Set.of(Places.location(problem.path(), 1))));
  }

  private void add(String cut) {
    all.add(notification(Kind.RESULTS_CUT, Notification.Level.WARNING, cut));
  }

  private void add(NotRead part) {
    all.add(notification(Kind.NOT_READ, Notification.Level.WARNING, "Not read: " + part.reason())
        .withLocations(Set.of(places.part(part.path(), part.span()))));
  }

  private static Notification notification(Kind kind, Notification.Level level, String message) {
    return new Notification()
        .withDescriptor(
            new ReportingDescriptorReference().withId(kind.id).withIndex(kind.ordinal()))
        .withLevel(level)
        .withMessage(new Message().withText(MessageText.plain(message)));
  }
}
