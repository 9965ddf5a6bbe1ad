package dev.redshank.core.project;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import java.util.List;
import java.util.Optional;

/**
 * When findings make a run fail.
 *
 * @param threshold the mildest severity that does it: {@code error}, {@code warning}, {@code note}, or {@code never}
 * @param mostBelow how many findings below it are put up with; empty for any number
 */
public record FailurePolicy(String threshold, Optional<Integer> mostBelow) {
  /** What a threshold may be. */
  public static final List<String> THRESHOLDS = List.of("error", "warning", "note", "never");

  /** What is asked for wins over the configuration; without either, errors fail the run. */
  public static FailurePolicy of(
      Optional<String> threshold, Optional<Integer> mostBelow, LintConfig.Failing configured) {
    return new FailurePolicy(
        threshold.or(configured::threshold).orElse("error"), mostBelow.or(configured::mostBelow));
  }

  /** How many findings are as severe as the threshold, or more. */
  public int reached(LintResult result) {
    return (int) result.findings().stream()
        .filter(found -> isReachedBy(found.finding().severity()))
        .count();
  }

  /** Whether there are more findings below the threshold than are put up with. */
  public boolean isExceeded(LintResult result) {
    return mostBelow.isPresent() && result.findings().size() - reached(result) > mostBelow.get();
  }

  private boolean isReachedBy(Severity severity) {
    return switch (threshold) {
      case "error" -> severity == Severity.ERROR;
      case "warning" -> severity != Severity.NOTE;
      case "note" -> true;
      default -> false;
    };
  }
}
