package dev.redshank.sandbox.replay;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.postgres.PgVersion;
import java.util.Locale;
import java.util.Optional;

/**
 * A small play that proves a sentence on a real server: the danger bites, and the remedy does not.
 *
 * <p>Its name says everything about it: {@code VolatileDefaultRewriteReplay} proves the rule {@code
 * volatile-default-rewrite}, and its package is named after the failure mode. A replay with the name
 * of its failure mode, such as {@code HiddenRewriteReplay}, shows the mode itself.
 */
public interface Replay {
  /** Plays both acts and says what is expected of them. */
  void play(Stage stage);

  /** The id of the rule, or of the failure mode, that it proves. */
  default String id() {
    String name = getClass().getSimpleName();
    return name.substring(0, name.length() - "Replay".length())
        .replaceAll("(?<!^)([A-Z])", "-$1")
        .toLowerCase(Locale.ROOT);
  }

  /** The failure mode, after which the package is named. */
  default FailureMode mode() {
    String name = getClass().getPackageName();
    String last = name.substring(name.lastIndexOf('.') + 1);
    for (FailureMode mode : FailureMode.values()) {
      if (mode.id().replace("-", "").equals(last)) {
        return mode;
      }
    }
    throw new IllegalStateException("No failure mode is named like the package " + name);
  }

  /** The rule that it proves; none where it shows the failure mode itself. */
  default Optional<RuleId> rule() {
    return id().equals(mode().id()) ? Optional.empty() : Optional.of(new RuleId(id()));
  }

  /** A few words for lists. */
  default String title() {
    if (rule().isEmpty()) {
      return mode().title();
    }
    String words = id().replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Whether there is something to prove on a version; the danger may be younger, or be gone. */
  default boolean holdsOn(PgVersion version) {
    return true;
  }
}
