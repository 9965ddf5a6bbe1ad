package dev.redshank.core.rule;

import dev.redshank.core.finding.Finding;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Policy about one dangerous pattern. A rule is a function: it is given a moment and answers with findings, it keeps
 * nothing, and it asks the moment instead of looking at text. It is asked only about what its {@link RuleInfo} names.
 *
 * <pre>{@code
 * public List<Finding> check(StatementStep step) {
 *   return step.before().mayHoldRows(table) ? List.of(INFO.finding(span, "Who waits, and why.")) : List.of();
 * }
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public interface Rule {
  RuleInfo info();

  /** Findings about one statement. */
  default List<Finding> check(StatementStep step) {
    return List.of();
  }

  /** Findings at the end of a transaction. */
  default List<Finding> check(TransactionEnd end) {
    return List.of();
  }

  /** Findings at the end of a migration. */
  default List<Finding> check(MigrationEnd end) {
    return List.of();
  }

  /** Findings at the end of a deploy. */
  default List<Finding> check(DeployEnd end) {
    return List.of();
  }

  /** The same as {@link #check(StatementStep)}, for a rule with options. */
  default List<Finding> check(StatementStep step, RuleOptions options) {
    return check(step);
  }

  /** The same as {@link #check(TransactionEnd)}, for a rule with options. */
  default List<Finding> check(TransactionEnd end, RuleOptions options) {
    return check(end);
  }

  /** The same as {@link #check(DeployEnd)}, for a rule with options. */
  default List<Finding> check(DeployEnd end, RuleOptions options) {
    return check(end);
  }
}
