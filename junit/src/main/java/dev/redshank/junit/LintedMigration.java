package dev.redshank.junit;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/** A migration and what was found in it. */
@API(status = API.Status.MAINTAINED, since = "0.1")
public final class LintedMigration {
  private final String path;
  private final LintResult result;

  LintedMigration(String path, LintResult all) {
    this.path = path;
    this.result = all.only(found -> found.source().path().equals(path));
  }

  /** Its name in results, with {@code /}. */
  public String path() {
    return path;
  }

  /** What was found in it, in the order of places. */
  public List<Finding> findings() {
    return result.findings().stream().map(LocatedFinding::finding).toList();
  }

  /**
   * It will not fail, lose data, or block reads or writes for a time that grows with the table.
   *
   * @throws AssertionError with the linter's text
   */
  public void hasNoErrors() {
    hasNone("errors", found -> found.finding().severity() == Severity.ERROR);
  }

  /**
   * Nothing was found in it.
   *
   * @throws AssertionError with the linter's text
   */
  public void hasNoFindings() {
    hasNone("findings", found -> true);
  }

  private void hasNone(String words, Predicate<LocatedFinding> unwanted) {
    LintResult left = result.only(unwanted);
    if (!left.findings().isEmpty()) {
      throw new AssertionError("Expected no " + words + ", but:\n\n" + FindingText.of(left));
    }
  }

  @Override
  public String toString() {
    return path;
  }
}
