package dev.redshank.sandbox.replay.report;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.StatementResult;
import dev.redshank.sandbox.replay.result.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What replays showed on one server, for one of the reports.
 *
 * @param linting says what the linter says about a danger
 */
public record ReplayReport(PgVersion postgres, List<ReplayResult> replays, Linting linting) {
  public ReplayReport {
    replays = List.copyOf(replays);
  }

  /** What the linter says about a danger; the finding of the rule that is proved comes first. */
  List<Finding> findings(ReplayResult replay) {
    ActResult danger = replay.danger();
    List<String> statements = danger.statements().stream()
        .filter(each -> each.measured().isPresent())
        .map(StatementResult::sql)
        .toList();
    if (statements.isEmpty()) {
      return List.of();
    }
    List<Finding> found = linting.findings(danger.given(), statements);
    return Stream.concat(
            found.stream().filter(finding -> isProved(finding, replay)),
            found.stream().filter(finding -> !isProved(finding, replay)))
        .toList();
  }

  private static boolean isProved(Finding finding, ReplayResult replay) {
    return replay
        .rule()
        .map(rule -> rule.equals(finding.rule()))
        .orElse(replay.mode() == finding.mode());
  }

  long count(Verdict verdict) {
    return replays.stream().filter(replay -> replay.verdict() == verdict).count();
  }

  /** A fact that was waited for several times is told once. */
  static List<Check> distinct(List<Check> checks) {
    Set<String> told = new HashSet<>();
    return checks.stream()
        .filter(check -> told.add(check.held() + check.expectation()))
        .toList();
  }

  /** Danger, remedy and what else was shown. */
  static List<ActResult> acts(ReplayResult replay) {
    return Stream.concat(Stream.of(replay.danger(), replay.remedy()), replay.further().stream())
        .toList();
  }
}
