package dev.redshank.maven;

import dev.redshank.core.project.BuildReport;
import dev.redshank.core.project.FailurePolicy;
import dev.redshank.core.project.ProjectLint;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Fails the build when migrations hold what is dangerous. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends LintMojo {
  /** The mildest severity that counts: error, warning, note or never; without it the configuration's, else error. */
  @Parameter(property = "redshank.failOn")
  @Nullable
  String failOn;

  /** Whether findings that count fail the build, or are only shown. */
  @Parameter(property = "redshank.failOnViolation", defaultValue = "true")
  boolean failOnViolation;

  /** How many findings that count are put up with. */
  @Parameter(property = "redshank.maxAllowedViolations", defaultValue = "0")
  int maxAllowedViolations;

  @Override
  void refuseMistakes() throws MojoExecutionException {
    super.refuseMistakes();
    if (failOn != null && !FailurePolicy.THRESHOLDS.contains(failOn)) {
      throw new MojoExecutionException("The parameter failOn is '%s'. Known are %s."
          .formatted(failOn, String.join(", ", FailurePolicy.THRESHOLDS)));
    }
    if (maxAllowedViolations < 0) {
      throw new MojoExecutionException("The parameter maxAllowedViolations is %d. The least is 0."
          .formatted(maxAllowedViolations));
    }
  }

  @Override
  void judge(ProjectLint lint, BuildReport report) throws MojoFailureException {
    FailurePolicy policy = FailurePolicy.of(
        Optional.ofNullable(failOn),
        Optional.empty(),
        report.run().settings().config().failing());
    int reached = policy.reached(report.result());
    boolean violated =
        reached > maxAllowedViolations || (reached == 0 && policy.isExceeded(report.result()));
    if (!violated) {
      return;
    }
    String words = "%s (failOn %s). Mend them, accept them by a comment -- redshank:allow RULE"
        + " reason=\"…\", or remember what is old with redshank:baseline.";
    String failure = words.formatted(report.summary(), policy.threshold());
    if (failOnViolation) {
      throw new MojoFailureException(failure);
    }
    getLog().warn(failure);
  }
}
