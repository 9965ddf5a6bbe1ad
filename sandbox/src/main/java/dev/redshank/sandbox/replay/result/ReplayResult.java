package dev.redshank.sandbox.replay.result;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.postgres.PgVersion;
import java.util.List;
import java.util.Optional;

/**
 * What one replay showed on one server.
 *
 * @param rule the rule that it proves; none where it shows the failure mode itself
 * @param reason why the verdict is not {@link Verdict#PROVEN}, in words; else an empty string
 * @param further acts beside the two, such as a fact against a common belief
 */
public record ReplayResult(
    String id,
    FailureMode mode,
    Optional<RuleId> rule,
    String title,
    PgVersion postgres,
    Verdict verdict,
    String reason,
    ActResult danger,
    ActResult remedy,
    List<ActResult> further) {
  public ReplayResult {
    further = List.copyOf(further);
  }
}
