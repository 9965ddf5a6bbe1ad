package dev.redshank.junit;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.project.BrokenInputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** Assertions about migrations; what fails is told in the linter's own words. */
@API(status = API.Status.MAINTAINED, since = "0.1")
public final class MigrationsAssert extends AbstractAssert<MigrationsAssert, Migrations> {
  MigrationsAssert(Migrations migrations) {
    super(migrations, MigrationsAssert.class);
  }

  // How they are linted

  /** For a server of this major version, such as 16; without it the configuration's, else 17. */
  public MigrationsAssert onPostgres(int major) {
    return new MigrationsAssert(migrations().onPostgres(major));
  }

  /** Reporting only those that are new or changed since this branch left {@code reference}. */
  public MigrationsAssert changedSince(String reference) {
    return new MigrationsAssert(migrations().changedSince(reference));
  }

  /** With the configuration in this file, whatever lies around. */
  public MigrationsAssert configuredBy(Path file) {
    return new MigrationsAssert(migrations().configuredBy(file));
  }

  /** Without the findings that this file of known ones holds. */
  public MigrationsAssert withBaseline(Path file) {
    return new MigrationsAssert(migrations().withBaseline(file));
  }

  private Migrations migrations() {
    isNotNull();
    return actual;
  }

  // What is wanted of them

  /** None can trigger one of these failure modes, whatever the severity. */
  public MigrationsAssert haveNo(FailureMode... modes) {
    Set<FailureMode> unwanted = Set.of(modes);
    String words = Arrays.stream(modes).map(FailureMode::title).collect(Collectors.joining(" or "));
    return haveNone(words, found -> unwanted.contains(found.finding().mode()));
  }

  /**
   * None has a finding of one of these rules.
   *
   * @param rules such as {@code index-without-concurrently}
   */
  public MigrationsAssert haveNoFindingsOf(String... rules) {
    List<String> unwanted = List.of(rules);
    return haveNone(
        String.join(" or ", rules),
        found -> unwanted.contains(found.finding().rule().value()));
  }

  /** None will fail, lose data, or block reads or writes for a time that grows with the table. */
  public MigrationsAssert haveNoErrors() {
    return haveNone("errors", found -> found.finding().severity() == Severity.ERROR);
  }

  /** None has a finding. */
  public MigrationsAssert haveNoFindings() {
    return haveNone("findings", found -> true);
  }

  /** Every statement was understood. */
  public MigrationsAssert areReadAsAWhole() {
    LintResult result = lint();
    if (!result.notRead().isEmpty()) {
      failWithMessage("%s", "Not understood:\n" + FindingText.notRead(result));
    }
    return this;
  }

  private MigrationsAssert haveNone(String words, Predicate<LocatedFinding> unwanted) {
    LintResult result = lint().only(unwanted);
    if (!result.findings().isEmpty()) {
      failWithMessage("%s", "Expected no " + words + ", but:\n\n" + FindingText.of(result));
    }
    return this;
  }

  private LintResult lint() {
    try {
      return migrations().lint();
    } catch (BrokenInputException broken) {
      throw new AssertionError("The migrations cannot be linted:\n" + broken.getMessage(), broken);
    }
  }
}
