package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleOptions;
import java.util.List;

/** Flags, once a deploy, the first statement that waits for a strong lock without limit. */
public final class LockTimeoutMissing implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("lock-timeout-missing"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.WARNING,
          "Lock awaited without limit")
      .at(DeployEnd.class)
      .covers("require-lock-timeout", "require-timeout-settings")
      .with(UnguardedLock.LONGEST);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(DeployEnd deploy, RuleOptions options) {
    return UnguardedLock.in(deploy, options.get(INFO.id(), UnguardedLock.LONGEST))
        .filter(lock -> lock.vain().isEmpty())
        .stream()
        .map(LockTimeoutMissing::describe)
        .toList();
  }

  private static Finding describe(UnguardedLock lock) {
    String message = "No lock_timeout is set: %s.".formatted(lock.words());
    return lock.finding(INFO, lock.step().statement().span(), message);
  }
}
