package dev.redshank.rules.notnullwithoutbackfill;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Age;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.statement.AddEnumValue;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags a new enum value that is used before the transaction that added it commits. */
public final class EnumValueUsedInSameTransaction implements Rule {
  private static final int KNOWS_NEW_TYPES = 17;

  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("enum-value-used-in-same-transaction"),
          FailureMode.NOT_NULL_WITHOUT_BACKFILL,
          Severity.ERROR,
          "New enum value used before it is committed")
      .at(TransactionEnd.class)
      .having(AddEnumValue.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < end.steps().size(); i++) {
      StatementStep added = end.steps().get(i);
      List<StatementStep> later = end.steps().subList(i + 1, end.steps().size());
      added
          .as(AddEnumValue.class)
          .filter(value -> !isTypeAsNew(added, value))
          .flatMap(value -> firstUse(value, later).map(use -> describe(added, value, use)))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static boolean isTypeAsNew(StatementStep step, AddEnumValue value) {
    return step.postgres().atLeast(KNOWS_NEW_TYPES)
        && step.before()
            .state()
            .type(value.type())
            .map(UserType::since)
            .map(since -> since.ageAt(step.before().now()) == Age.THIS_TRANSACTION)
            .orElse(false);
  }

  private static Optional<StatementStep> firstUse(AddEnumValue value, List<StatementStep> later) {
    return later.stream()
        .filter(step -> new EnumUse(step).mayNeed(value.type()) && step.writes(value.value()))
        .findFirst();
  }

  private static Finding describe(StatementStep added, AddEnumValue value, StatementStep use) {
    String message =
        "This fails (55P04): '%s' was added to %s in the same transaction, and cannot be used until that commits."
            .formatted(value.value(), value.type());
    Place place = new Place(added.migration().path(), value.span());
    List<String> recipe = new ArrayList<>();
    recipe.add("-- in a migration of its own, before this one");
    recipe.addAll(Wording.ended(added.sql()));
    return INFO.finding(use.statement().span(), message)
        .withRelated(List.of(new RelatedPlace(place, "the value is added here")))
        .withRecipe(recipe);
  }
}
