package dev.redshank.rules.renameinrollingdeploy;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.statement.RenameEnumValue;
import java.util.List;

/** Flags an enum value whose old name the running application still sends. */
public final class EnumValueRenamed implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("enum-value-renamed"),
          FailureMode.RENAME_IN_ROLLING_DEPLOY,
          Severity.WARNING,
          "Enum value renamed under the running application")
      .alsoIn(FailureMode.REPLICA_SCHEMA_DRIFT)
      .about(RenameEnumValue.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    if (step.migration().direction() == Direction.DOWN) {
      return List.of();
    }
    return step
        .as(RenameEnumValue.class)
        .filter(rename -> !isNew(step, rename))
        .map(EnumValueRenamed::describe)
        .stream()
        .toList();
  }

  private static boolean isNew(StatementStep step, RenameEnumValue rename) {
    return step.before()
        .state()
        .type(rename.type())
        .filter(type -> type.madeAt().isPresent())
        .map(UserType::since)
        .map(since -> since.ageAt(step.before().now()).isNew())
        .orElse(false);
  }

  private static Finding describe(RenameEnumValue rename) {
    String message =
        "Every query that still says '%s' for %s fails (22P02) from this commit until the last old instance of the application is gone, and rows that it reads hold '%s', which it does not know."
            .formatted(rename.from(), rename.type(), rename.to());
    return INFO.finding(rename.span(), message)
        .withRecipe(List.of(
            "-- the new value beside the old one, in a migration of its own",
            "ALTER TYPE %s ADD VALUE '%s';".formatted(rename.type(), rename.to()),
            "-- the application reads both, then writes '%s'; old rows follow in batches"
                .formatted(rename.to())));
  }
}
