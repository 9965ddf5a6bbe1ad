package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleOptions;
import dev.redshank.core.schema.Place;
import java.util.List;

/** Flags, once a deploy, a lock_timeout that does not limit the wait it was written for. */
public final class LockTimeoutIneffective implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("lock-timeout-ineffective"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.WARNING,
          "lock_timeout set in vain")
      .at(DeployEnd.class)
      .covers("require-lock-timeout", "require-timeout-settings")
      .with(UnguardedLock.LONGEST);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(DeployEnd deploy, RuleOptions options) {
    return UnguardedLock.in(deploy, options.get(INFO.id(), UnguardedLock.LONGEST)).stream()
        .flatMap(lock -> lock.vain().map(vain -> describe(lock, vain)).stream())
        .toList();
  }

  private static Finding describe(UnguardedLock lock, VainTimeout vain) {
    String message =
        "This lock_timeout does not help, as %s: %s.".formatted(vain.reason(), lock.words());
    Place place =
        new Place(lock.migration().migration().path(), lock.step().statement().span());
    return lock.finding(INFO, vain.setting(), message)
        .withRelated(List.of(new RelatedPlace(place, "the lock is awaited here")));
  }
}
