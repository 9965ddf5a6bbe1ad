package dev.redshank.rules.replicaschemadrift;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.Publication;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.AlterAction.AlterColumnType;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a published table that takes a shape its subscribers do not have. */
public final class PublishedTableChanged implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("published-table-changed"),
          FailureMode.REPLICA_SCHEMA_DRIFT,
          Severity.WARNING,
          "Published table takes another shape than on subscribers")
      .altering(AddColumn.class, AlterColumnType.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step.alterations(AlterAction.class)
        .filter(changed -> step.before().mayBeInUse(changed.table()))
        .flatMap(changed -> describe(step, changed).stream())
        .toList();
  }

  private static Optional<Finding> describe(StatementStep step, Alteration<AlterAction> changed) {
    RelationName table = step.resolve(changed.table());
    // The one that names the table is sure; one for all tables, or an older one, may publish it.
    Optional<Publication> publication = Stream.concat(
            step.before().state().publicationsOf(table).stream()
                .filter(found -> found.tables().contains(table)),
            step.before().state().publicationsOf(table).stream())
        .findFirst();
    return publication.flatMap(found -> stops(changed.action())
        .map(stops -> finding(step, changed, new Published(found, table, stops))));
  }

  /** Why a subscriber stops. */
  private static Optional<String> stops(AlterAction action) {
    if (action instanceof AddColumn added) {
      return Optional.of("does not have " + added.column().name());
    }
    return action instanceof AlterColumnType changed
        ? Optional.of("cannot store what %s holds now".formatted(changed.column()))
        : Optional.empty();
  }

  private static Finding finding(
      StatementStep step, Alteration<AlterAction> changed, Published published) {
    List<Uncertainty> doubts = new ArrayList<>();
    if (!published.isSure()) {
      String reason = "the migrations do not tell all that %s publishes"
          .formatted(published.by().name());
      doubts.add(new Uncertainty("publication", published.table(), reason));
    }
    doubts.addAll(step.doubtsAbout(changed.table()));
    String message =
        "Publication %s sends the rows of %s: a subscriber whose table %s stops at the next row, and the WAL that it has not got yet fills this server's disk."
            .formatted(published.by().name(), changed.table(), published.stops());
    List<String> recipe = new ArrayList<>();
    recipe.add("-- on every subscriber first");
    recipe.addAll(Wording.ended(step.sql()));
    recipe.add("-- then here");
    return INFO.finding(changed.span(), Wording.with(message, doubts))
        .withUncertain(doubts)
        .withRecipe(recipe);
  }

  /** A table, what publishes it, and why a subscriber stops. */
  private record Published(Publication by, RelationName table, String stops) {
    boolean isSure() {
      return by.tables().contains(table);
    }
  }
}
