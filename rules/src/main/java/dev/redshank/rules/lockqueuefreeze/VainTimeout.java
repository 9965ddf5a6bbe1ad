package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.ResetSetting;
import dev.redshank.core.statement.SetSetting;
import dev.redshank.core.text.Span;
import java.util.Optional;

/**
 * A setting of lock_timeout that does not limit the wait of a statement.
 *
 * @param setting where it is written
 * @param reason why it does not help
 */
record VainTimeout(Span setting, String reason) {
  private static final String SETTING = "lock_timeout";

  /** The last setting before the statement; where there is none, the first behind it. */
  static Optional<VainTimeout> around(MigrationEnd migration, StatementStep step) {
    Optional<VainTimeout> before = Optional.empty();
    for (StatementStep other : migration.steps()) {
      boolean earlier =
          other.statement().span().start() < step.statement().span().start();
      if (!earlier && before.isPresent()) {
        return before;
      }
      if (earlier) {
        Optional<VainTimeout> found = before(other, step);
        before = found.isPresent() ? found : before;
      } else if (isLimit(other)) {
        return Optional.of(new VainTimeout(
            other.statement().span(), "it comes behind the statement that it was to limit"));
      }
    }
    return before;
  }

  private static boolean isLimit(StatementStep other) {
    return other
        .as(SetSetting.class)
        .filter(set -> set.name().equals(SETTING))
        .map(set -> !set.values().isEmpty() && !set.values().get(0).equals("0"))
        .orElse(false);
  }

  private static Optional<VainTimeout> before(StatementStep other, StatementStep step) {
    Span place = other.statement().span();
    Optional<VainTimeout> set = other
        .as(SetSetting.class)
        .filter(found -> found.name().equals(SETTING))
        .map(found -> new VainTimeout(place, reason(found, other, step)));
    Optional<VainTimeout> reset = other
        .as(ResetSetting.class)
        .filter(found -> found.name().map(SETTING::equals).orElse(true))
        .filter(found -> other.transaction().lockTimeout().isInForce())
        .map(found -> new VainTimeout(place, "it takes back the timeout that was in force"));
    return set.or(() -> reset);
  }

  private static String reason(SetSetting set, StatementStep other, StatementStep step) {
    if (set.local() && !other.transaction().open()) {
      return "SET LOCAL outside a transaction only warns (25P01)";
    }
    if (step.transaction().lockTimeout().isInForce()) {
      return "it lets everybody wait as long";
    }
    if (set.local() && !set.values().isEmpty() && !set.values().get(0).equals("0")) {
      return "it ended with its transaction";
    }
    return set.values().isEmpty()
        ? "DEFAULT is to wait without limit where role and database say nothing else"
        : "it switches the limit off";
  }
}
