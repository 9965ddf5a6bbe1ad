package dev.redshank.core.lint;

import dev.redshank.core.baseline.KnownFinding;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * What a run found, sorted by place, then rule.
 *
 * <pre>{@code
 * long errors = result.findings().stream()
 *     .filter(found -> found.finding().severity() == Severity.ERROR)
 *     .count();
 * }</pre>
 *
 * @param problems what the user must mend
 * @param files how many migrations were read
 * @param statements how many statements they hold
 * @param sources the text of each migration with a finding or a part that was not read, by path
 * @param suppressed findings that somebody accepted
 * @param known what names the findings that the baseline holds
 * @param unchanged these findings; empty where no baseline was read
 * @param reviewedPaths the migrations under review, in run order
 * @param verdict what they do as a whole
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record LintResult(
    PgVersion postgres,
    List<LocatedFinding> findings,
    List<NotRead> notRead,
    List<Problem> problems,
    List<RuleCrash> crashes,
    int files,
    int statements,
    Map<String, SourceText> sources,
    List<Suppressed> suppressed,
    List<KnownFinding> known,
    Optional<List<LocatedFinding>> unchanged,
    List<String> reviewedPaths,
    Verdict verdict) {
  public LintResult {
    findings = List.copyOf(findings);
    notRead = List.copyOf(notRead);
    problems = List.copyOf(problems);
    crashes = List.copyOf(crashes);
    suppressed = List.copyOf(suppressed);
    known = List.copyOf(known);
    unchanged = unchanged.map(List::copyOf);
    reviewedPaths = List.copyOf(reviewedPaths);
  }

  /** The same run with some of its findings. */
  public LintResult only(Predicate<LocatedFinding> wanted) {
    return new LintResult(
        postgres,
        findings.stream().filter(wanted).toList(),
        notRead,
        problems,
        crashes,
        files,
        statements,
        sources,
        suppressed,
        known,
        unchanged,
        reviewedPaths,
        verdict);
  }

  /** How many of the migrations are under review. */
  public int reviewed() {
    return reviewedPaths.size();
  }
}
