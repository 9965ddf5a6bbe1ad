package dev.redshank.rules.replicaschemadrift;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Publication;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.statement.AlterAction.DropColumn;
import dev.redshank.core.statement.AlterAction.DropConstraint;
import dev.redshank.core.statement.AlterAction.SetReplicaIdentity;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flags a transaction after which nothing identifies the rows of a table to logical replication. */
public final class ReplicaIdentityLost implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("replica-identity-lost"),
          FailureMode.REPLICA_SCHEMA_DRIFT,
          Severity.WARNING,
          "Table loses what identifies its rows to replicas")
      .at(TransactionEnd.class)
      .having(DropObjects.class)
      .havingAltered(SetReplicaIdentity.class, DropConstraint.class, DropColumn.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    Map<RelationName, IdentityLoss> losses = new LinkedHashMap<>();
    end.steps().stream()
        .flatMap(IdentityLoss::in)
        .forEach(loss -> losses.put(loss.step().resolve(loss.table()), loss));
    if (losses.isEmpty() || !end.committed()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    SchemaView after = end.after().orElseThrow();
    losses.forEach((name, loss) -> describe(name, loss, after).ifPresent(findings::add));
    return findings;
  }

  private static Optional<Finding> describe(
      RelationName name, IdentityLoss loss, SchemaView after) {
    if (!IdentityLoss.lacksIdentity(name, after)) {
      return Optional.empty();
    }
    Optional<Publication> publication = after.state().publicationsOf(name).stream()
        .filter(found -> found.tables().contains(name))
        .findFirst();
    return Optional.of(publication
        .map(found -> published(name, loss, found))
        .orElseGet(() -> perhapsPublished(name, loss))
        .withRecipe(loss.recipe()));
  }

  private static Finding published(RelationName name, IdentityLoss loss, Publication publication) {
    String message =
        "Every UPDATE and DELETE on %s fails (55000) after this commit: publication %s publishes it, and %s."
            .formatted(name, publication.name(), loss.reason());
    return INFO.finding(loss.span(), message).withSeverity(Severity.ERROR);
  }

  private static Finding perhapsPublished(RelationName name, IdentityLoss loss) {
    String message =
        "If %s is published, every UPDATE and DELETE on it fails (55000) after this commit: %s."
            .formatted(name, loss.reason());
    Uncertainty publication =
        new Uncertainty("publication", name, "no migration that was read publishes " + name);
    List<Uncertainty> doubts =
        Wording.both(List.of(publication), loss.step().doubtsAbout(loss.table()));
    return INFO.finding(loss.span(), message).withUncertain(doubts);
  }
}
