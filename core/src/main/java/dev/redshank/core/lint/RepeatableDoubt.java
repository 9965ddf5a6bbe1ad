package dev.redshank.core.lint;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.migration.MigrationFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a deploy that begins at a version does not settle: Flyway runs a repeatable migration again only when it has changed, and no
 * version tells whether it has. So what is found there may come true, and is no error.
 */
final class RepeatableDoubt {
  private static final String REASON = "a repeatable migration runs again only when it has changed";

  private final boolean sinceVersion;
  private final Set<String> repeatables = new HashSet<>();

  RepeatableDoubt(boolean sinceVersion) {
    this.sinceVersion = sinceVersion;
  }

  void note(MigrationFile file) {
    if (sinceVersion && file.repeatable()) {
      repeatables.add(file.path());
    }
  }

  /** The same findings, those of repeatable migrations with the doubt. */
  List<LocatedFinding> about(List<LocatedFinding> findings) {
    return repeatables.isEmpty()
        ? findings
        : findings.stream().map(this::doubted).toList();
  }

  private LocatedFinding doubted(LocatedFinding located) {
    Finding finding = located.finding();
    if (!repeatables.contains(located.source().path())) {
      return located;
    }
    Severity mildest = finding.severity() == Severity.ERROR ? Severity.WARNING : finding.severity();
    Finding doubted = finding
        .withSeverity(mildest)
        .withMessage(finding.message() + " Not certain: " + REASON + ".")
        .withUncertain(uncertain(finding));
    return new LocatedFinding(
        doubted, located.source(), located.statementKind(), located.fingerprint());
  }

  private static List<Uncertainty> uncertain(Finding finding) {
    List<Uncertainty> all = new ArrayList<>(finding.uncertain());
    Optional<TableLock> first = finding.locks().stream().findFirst();
    first.ifPresent(lock -> all.add(new Uncertainty("run", lock.relation(), REASON)));
    return all;
  }
}
