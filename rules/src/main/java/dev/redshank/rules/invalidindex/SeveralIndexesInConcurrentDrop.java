package dev.redshank.rules.invalidindex;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import java.util.List;

/** Flags a concurrent drop of several indexes, or with CASCADE, which PostgreSQL refuses. */
public final class SeveralIndexesInConcurrentDrop implements Rule {
  private static final String NOT_SUPPORTED = "0A000";

  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("several-indexes-in-concurrent-drop"),
          FailureMode.INVALID_INDEX,
          Severity.ERROR,
          "DROP INDEX CONCURRENTLY takes one index, without CASCADE")
      .about(DropObjects.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step
        .as(DropObjects.class)
        .filter(drop -> drop.target() == ObjectKind.INDEX && drop.concurrently())
        .filter(drop -> !step.transaction().open() && isRefused(step))
        .map(SeveralIndexesInConcurrentDrop::describe)
        .stream()
        .toList();
  }

  private static boolean isRefused(StatementStep step) {
    return step.impact()
        .failure()
        .filter(failure -> failure.sqlState().equals(NOT_SUPPORTED))
        .isPresent();
  }

  private static Finding describe(DropObjects drop) {
    String what = drop.names().size() > 1
        ? "takes one index, and this names %d".formatted(drop.names().size())
        : "knows no CASCADE";
    String message = "This fails (0A000): DROP INDEX CONCURRENTLY %s.";
    String exists = drop.ifExists() ? "IF EXISTS " : "";
    return INFO.finding(drop.span(), message.formatted(what))
        .withRecipe(drop.names().stream()
            .map(name -> "DROP INDEX CONCURRENTLY %s%s;".formatted(exists, name))
            .toList());
  }
}
