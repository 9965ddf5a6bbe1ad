package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.AlterAction.SetNotNull;
import dev.redshank.core.statement.AlterDomain;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags a constraint of a domain that is held against every table which uses the domain. */
public final class DomainConstraintValidated implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("domain-constraint-validated"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "Domain constraint reads every table that uses it")
      .about(AlterDomain.class)
      .covers("ban-alter-domain-with-add-constraint");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    Optional<AlterDomain> alter = step.as(AlterDomain.class);
    List<RelationName> read =
        step.impact().scans().stream().filter(step.before()::mayHoldRows).toList();
    return alter
        .filter(found -> !read.isEmpty() || isUnknown(step, found))
        .map(found -> describe(step, found, read))
        .stream()
        .toList();
  }

  /** Whether tables are read that no migration shows, as the domain is older than all of them. */
  private static boolean isUnknown(StatementStep step, AlterDomain alter) {
    return step.before().state().type(alter.name()).isEmpty()
        && step.impact().uncertain().stream().anyMatch(doubt -> doubt.fact().equals("type-users"));
  }

  private static Finding describe(StatementStep step, AlterDomain alter, List<RelationName> read) {
    String tables = read.isEmpty()
        ? "each table with a column of this type"
        : String.join(", ", read.stream().map(RelationName::toString).toList());
    List<Uncertainty> doubts = read.isEmpty()
        ? List.of(new Uncertainty(
            "type-users",
            step.resolve(alter.name()),
            "no migration that was read creates " + alter.name()))
        : List.of();
    String message =
        "Every row of %s is read to check %s, and writes to these tables wait until all are done."
            .formatted(tables, alter.name());
    return INFO.finding(alter.span(), Wording.with(message, doubts))
        .withUncertain(doubts)
        .withLocks(step.blockedTables())
        .withRecipe(recipe(step, alter));
  }

  private static List<String> recipe(StatementStep step, AlterDomain alter) {
    String later =
        "-- VALIDATE takes the same locks: in a window without writes, or leave it NOT VALID";
    if (alter.action() instanceof AddConstraint added) {
      return List.of(
          "ALTER DOMAIN %s ADD %s NOT VALID;"
              .formatted(alter.name(), step.sqlAt(added.constraint().span())),
          later);
    }
    if (alter.action() instanceof SetNotNull) {
      String name = Wording.named(alter.name().name(), "not_null");
      return List.of(
          "ALTER DOMAIN %s ADD CONSTRAINT %s CHECK (VALUE IS NOT NULL) NOT VALID;"
              .formatted(alter.name(), name),
          later);
    }
    List<String> lines = new ArrayList<>();
    lines.add("-- in a window without writes");
    lines.add("SET lock_timeout = '2s';");
    lines.addAll(Wording.ended(step.sql()));
    return lines;
  }
}
