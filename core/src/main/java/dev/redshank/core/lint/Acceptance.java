package dev.redshank.core.lint;

import dev.redshank.core.baseline.Baseline;
import dev.redshank.core.change.AppliedChange;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.rule.RuleInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What decides which findings a project puts up with.
 *
 * @param known every rule that a suppression may name; none where nobody says
 * @param reported the rules about the project that are asked
 * @param today the day of the run; asked only where a suppression ends some day
 * @param exists whether a file of the project is there, by its name in results
 * @param searched whether the run looks at every migration in a folder of the project, by its name in results
 * @param baseline what is known of the past
 * @param applied migrations that ran and are no longer what ran
 */
public record Acceptance(
    List<RuleInfo> known,
    Set<RuleId> reported,
    Supplier<LocalDate> today,
    Predicate<String> exists,
    Predicate<String> searched,
    Known baseline,
    List<AppliedChange> applied) {
  /**
   * What is known of the past.
   *
   * @param baseline the findings that are known; empty where there is no such list
   * @param writes whether every finding is known from now on
   */
  public record Known(Optional<Baseline> baseline, boolean writes) {
    /** Nothing. */
    public static final Known NOTHING = new Known(Optional.empty(), false);
  }

  /** Suppressions never end, and names of rules are not checked. */
  public static final Acceptance LENIENT = new Acceptance(
      List.of(),
      projectRules(),
      () -> LocalDate.MIN,
      path -> true,
      folder -> true,
      Known.NOTHING,
      List.of());

  public Acceptance {
    known = List.copyOf(known);
    reported = Set.copyOf(reported);
    applied = List.copyOf(applied);
  }

  /** The rules about the project. */
  public static Set<RuleId> projectRules() {
    return ProjectRules.all().stream().map(RuleInfo::id).collect(Collectors.toSet());
  }
}
