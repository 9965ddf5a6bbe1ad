package dev.redshank.maven;

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
  String work() {
    return "CheckGoal";
  }
}
