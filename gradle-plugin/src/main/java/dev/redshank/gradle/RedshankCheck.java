package dev.redshank.gradle;

import dev.redshank.core.project.BuildReport;
import dev.redshank.core.project.FailurePolicy;
import java.util.Optional;
import org.apiguardian.api.API;
import org.gradle.api.GradleException;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.CacheableTask;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.VerificationException;

/** Fails the build when migrations hold what is dangerous. */
@API(status = API.Status.MAINTAINED, since = "0.1")
@CacheableTask
public abstract class RedshankCheck extends RedshankLintTask {
  /** The mildest severity that counts. */
  @Input
  @org.gradle.api.tasks.Optional
  public abstract Property<String> getFailOn();

  /** Whether findings that count are only shown. */
  @Input
  public abstract Property<Boolean> getIgnoreFailures();

  /** How many findings that count are put up with. */
  @Input
  public abstract Property<Integer> getMaxAllowedViolations();

  @Override
  void refuseMistakes() {
    failOn().filter(word -> !FailurePolicy.THRESHOLDS.contains(word)).ifPresent(word -> {
      throw new GradleException("failOn is '%s'. Known are %s."
          .formatted(word, String.join(", ", FailurePolicy.THRESHOLDS)));
    });
  }

  private Optional<String> failOn() {
    return Optional.ofNullable(getFailOn().getOrNull());
  }

  @Override
  void judge(BuildReport report) {
    Optional<String> failure =
        report.violation(failOn(), getMaxAllowedViolations().get(), "redshankBaseline");
    if (failure.isPresent() && !getIgnoreFailures().get()) {
      throw new VerificationException(failure.get());
    }
    failure.ifPresent(getLogger()::warn);
  }
}
