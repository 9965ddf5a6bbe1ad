package dev.redshank.maven;

import dev.redshank.core.project.BuildReport;
import dev.redshank.core.project.FailurePolicy;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Fails the build when there are more findings than are put up with. */
final class CheckGoal extends LintGoal<CheckMojo> {
  CheckGoal(CheckMojo told) {
    super(told);
  }

  @Override
  void refuseMistakes() throws MojoExecutionException {
    super.refuseMistakes();
    if (told.failOn != null && !FailurePolicy.THRESHOLDS.contains(told.failOn)) {
      throw new MojoExecutionException("The parameter failOn is '%s'. Known are %s."
          .formatted(told.failOn, String.join(", ", FailurePolicy.THRESHOLDS)));
    }
    if (told.maxAllowedViolations < 0) {
      throw new MojoExecutionException("The parameter maxAllowedViolations is %d. The least is 0."
          .formatted(told.maxAllowedViolations));
    }
  }

  @Override
  void judge(BuildReport report) throws MojoFailureException {
    Optional<String> failure = report.violation(
        Optional.ofNullable(told.failOn), told.maxAllowedViolations, "redshank:baseline");
    if (failure.isPresent() && told.failOnViolation) {
      throw new MojoFailureException(failure.get());
    }
    failure.ifPresent(log()::warn);
  }
}
