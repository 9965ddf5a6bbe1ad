package dev.redshank.core.report;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.TouchedTable;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What people are told of a run away from its terminal, whether it comes from the run itself or from its JSON.
 *
 * @param version of the Redshank that ran
 * @param findings in order of place
 * @param suppressed the failure modes of findings that somebody accepted
 * @param broken what the user must mend and which rules crashed: where there is something, findings may be missing
 */
public record LintDigest(
    String version,
    String postgres,
    Counts counts,
    List<Item> findings,
    List<FailureMode> suppressed,
    List<Remark> notRead,
    List<Remark> broken,
    List<Table> tables) {
  public LintDigest {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    notRead = List.copyOf(notRead);
    broken = List.copyOf(broken);
    tables = List.copyOf(tables);
  }

  /**
   * How much was read.
   *
   * @param files migrations
   * @param reviewed those of them that are under review
   * @param known findings that the baseline holds
   */
  public record Counts(int files, int statements, int reviewed, int known) {}

  /**
   * A place in a migration.
   *
   * @param line 1-based; 0 where there is none
   */
  public record Spot(String path, int line) {}

  /** Words about a place. */
  public record Remark(Spot place, String words) {}

  /** A lock and the name of what it is on. */
  public record Lock(String relation, LockMode mode) {}

  /** A table in use that is locked. */
  public record Table(Lock lock, Spot place) {}

  /**
   * A finding.
   *
   * @param uncertain what the migrations do not settle
   * @param recipe the safe version, a line of SQL or a comment each
   */
  public record Item(
      String rule,
      FailureMode mode,
      Severity severity,
      Spot place,
      String message,
      List<Lock> locks,
      List<String> uncertain,
      List<String> recipe,
      List<Remark> related) {
    public Item {
      locks = List.copyOf(locks);
      uncertain = List.copyOf(uncertain);
      recipe = List.copyOf(recipe);
      related = List.copyOf(related);
    }
  }

  /** Whether there is nothing to tell: everything was understood, and nothing was found. */
  public boolean isClean() {
    return findings.isEmpty() && notRead.isEmpty() && broken.isEmpty();
  }

  /**
   * What a run found.
   *
   * @param version of Redshank
   */
  public static LintDigest of(LintResult result, String version) {
    List<Remark> broken = new ArrayList<>();
    result
        .problems()
        .forEach(one -> broken.add(new Remark(new Spot(one.path(), 0), one.message())));
    result
        .crashes()
        .forEach(one -> broken.add(crash(one.path(), one.line(), one.rule().value())));
    return new LintDigest(
        version,
        result.postgres().toString(),
        new Counts(
            result.files(),
            result.statements(),
            result.reviewed(),
            result.known().size()),
        result.findings().stream().map(found -> item(result, found)).toList(),
        result.suppressed().stream().map(one -> one.finding().finding().mode()).toList(),
        result.notRead().stream().map(part -> remark(result, part)).toList(),
        broken,
        result.verdict().tables().stream().map(table -> table(result, table)).toList());
  }

  static Remark crash(String path, int line, String rule) {
    return new Remark(new Spot(path, line), "rule " + rule + " crashed: its findings are missing");
  }

  private static Item item(LintResult result, LocatedFinding found) {
    Finding finding = found.finding();
    SourceText source = found.source();
    return new Item(
        finding.rule().value(),
        finding.mode(),
        finding.severity(),
        new Spot(source.path(), source.position(finding.span().start()).line()),
        finding.message(),
        finding.locks().stream()
            .map(lock -> new Lock(lock.relation().toString(), lock.mode()))
            .toList(),
        finding.uncertain().stream().map(fact -> fact.reason()).toList(),
        finding.recipe(),
        finding.related().stream().map(place -> remark(result, place)).toList());
  }

  private static Remark remark(LintResult result, RelatedPlace related) {
    return new Remark(
        spot(result, related.place().path(), related.place().span()), related.message());
  }

  private static Remark remark(LintResult result, NotRead part) {
    return new Remark(spot(result, part.path(), part.span()), part.reason());
  }

  private static Table table(LintResult result, TouchedTable table) {
    Lock lock = new Lock(table.relation().toString(), table.mode());
    return new Table(lock, spot(result, table.place().path(), table.place().span()));
  }

  private static Spot spot(LintResult result, String path, Span span) {
    SourceText source = result.sources().get(path);
    return new Spot(path, source == null ? 0 : source.position(span.start()).line());
  }
}
