package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Suppression;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.Suppressed;
import dev.redshank.core.report.Printable;
import dev.redshank.core.report.WorstFindings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The results of a run: what is open first, then what somebody accepted, each in order of place. */
final class Results {
  private final List<LocatedFinding> open;
  private final List<Suppressed> suppressed;
  private final List<LocatedFinding> unchanged;
  private final FindingResult results;
  private final boolean hasBaseline;
  private final int cut;

  /**
   * @param accepted whether what is suppressed or in the baseline is written too
   */
  Results(LintResult result, FindingResult results, boolean accepted) {
    List<Suppressed> allSuppressed = accepted ? result.suppressed() : List.of();
    List<LocatedFinding> allUnchanged = accepted ? result.unchanged().orElse(List.of()) : List.of();
    this.open = WorstFindings.of(result.findings(), Limits.RESULTS);
    this.suppressed = Limits.first(allSuppressed, Limits.RESULTS - open.size());
    this.unchanged = Limits.first(allUnchanged, Limits.RESULTS - open.size() - suppressed.size());
    this.results = results;
    this.hasBaseline = result.unchanged().isPresent();
    int before = result.findings().size() + allSuppressed.size() + allUnchanged.size();
    this.cut = before - open.size() - suppressed.size() - unchanged.size();
  }

  /** How many are left out. */
  int cut() {
    return cut;
  }

  /** How many of the rest lack some of their places. */
  long cutPlaces() {
    return everyFinding().stream().filter(FindingResult::isCut).count();
  }

  private List<LocatedFinding> everyFinding() {
    List<LocatedFinding> findings = new ArrayList<>(open);
    suppressed.forEach(one -> findings.add(one.finding()));
    findings.addAll(unchanged);
    return findings;
  }

  List<Result> all() {
    List<Result> all = new ArrayList<>();
    for (LocatedFinding found : open) {
      all.add(marked(results.of(found), Result.BaselineState.NEW));
    }
    for (Suppressed one : suppressed) {
      all.add(results.of(one.finding()).withSuppressions(Set.of(suppression(one))));
    }
    for (LocatedFinding found : unchanged) {
      all.add(marked(results.of(found), Result.BaselineState.UNCHANGED));
    }
    return all;
  }

  /** Where one result says whether it is suppressed, or in the baseline, the others have to. */
  private Result marked(Result result, Result.BaselineState state) {
    if (hasBaseline) {
      result.setBaselineState(state);
    }
    if (!suppressed.isEmpty()) {
      result.setSuppressions(new LinkedHashSet<>());
    }
    return result;
  }

  private static Suppression suppression(Suppressed one) {
    boolean inSource = one.by() != Suppressed.By.CONFIGURATION;
    PropertyBag properties =
        new PropertyBag().withAdditionalProperty("by", one.by().words());
    one.until().ifPresent(day -> properties.setAdditionalProperty("until", day.toString()));
    Suppression suppression = new Suppression()
        .withKind(inSource ? Suppression.Kind.IN_SOURCE : Suppression.Kind.EXTERNAL)
        .withStatus(Suppression.Status.ACCEPTED)
        .withProperties(properties);
    one.reason().ifPresent(reason -> suppression.setJustification(Printable.oneLine(reason)));
    return suppression;
  }
}
