package dev.redshank.rules.hiddenrewrite;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterAction.SetAccessMethod;
import dev.redshank.core.statement.AlterAction.SetExpression;
import dev.redshank.core.statement.AlterAction.SetLogged;
import dev.redshank.core.statement.AlterAction.SetTablespace;
import dev.redshank.core.statement.Cluster;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Persistence;
import dev.redshank.core.statement.Vacuum;
import dev.redshank.core.text.Span;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a command whose work is to write a whole table anew. */
public final class TableRewritten implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("table-rewritten"),
          FailureMode.HIDDEN_REWRITE,
          Severity.ERROR,
          "Command writes the whole table anew")
      .alsoIn(FailureMode.LOCK_QUEUE_FREEZE, FailureMode.BACKFILL_WAL_FLOOD)
      .about(Vacuum.class, Cluster.class)
      .altering(SetLogged.class, SetTablespace.class, SetAccessMethod.class, SetExpression.class)
      .covers("prefer-repack");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    Stream<Rewriting> vacuum = step.as(Vacuum.class).filter(Vacuum::full).stream()
        .flatMap(full -> full.tables().isEmpty()
            ? Stream.of(Rewriting.everything("VACUUM FULL", full.span()))
            : full.tables().stream().map(table -> new Rewriting("VACUUM FULL", table)));
    Stream<Rewriting> cluster = step.as(Cluster.class).stream()
        .map(found -> found
            .table()
            .map(table -> new Rewriting("CLUSTER", table))
            .orElseGet(() -> Rewriting.everything("CLUSTER", found.span())));
    Stream<Rewriting> altered = step.alterations(AlterAction.class)
        .filter(alteration -> !isLoggedAlready(step, alteration))
        .flatMap(alteration -> words(alteration.action()).stream()
            .filter(words -> !step.impactOf(alteration).rewrites().isEmpty())
            .map(words -> new Rewriting(words, alteration)));
    return Stream.of(vacuum, cluster, altered)
        .flatMap(found -> found)
        .filter(rewriting ->
            rewriting.table().map(table -> step.before().mayHoldRows(table)).orElse(true))
        .map(rewriting -> describe(step, rewriting))
        .toList();
  }

  private static boolean isLoggedAlready(StatementStep step, Alteration<AlterAction> alteration) {
    return alteration.action() instanceof SetLogged
        && step.before()
            .relation(alteration.table())
            .map(table -> table.isMade() && table.persistence() == Persistence.PERMANENT)
            .orElse(false);
  }

  /** SET UNLOGGED is worse than a rewrite and has a rule of its own. */
  private static Optional<String> words(AlterAction action) {
    if (action instanceof SetLogged set && set.logged()) {
      return Optional.of("SET LOGGED");
    }
    boolean rewrites = action instanceof SetTablespace
        || action instanceof SetAccessMethod
        || action instanceof SetExpression;
    return rewrites ? Optional.of(action.kind()) : Optional.empty();
  }

  private static Finding describe(StatementStep step, Rewriting rewriting) {
    List<Uncertainty> doubts = rewriting.table().map(step::doubtsAbout).orElse(List.of());
    String message = rewriting
        .table()
        .map(table ->
            "%s writes %s and its indexes anew while nobody can read or write it, and the disk holds both copies until then."
                .formatted(rewriting.words(), table))
        .orElse(
            "%s without a table writes one table after another anew, while nobody can read or write it."
                .formatted(rewriting.words()));
    return INFO.finding(rewriting.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(rewriting));
  }

  private static List<String> recipe(Rewriting rewriting) {
    String table = rewriting.table().map(ObjectName::toString).orElse("TABLE");
    return switch (rewriting.words()) {
      case "VACUUM FULL", "CLUSTER" ->
        List.of(
            "-- space for new rows, while reads and writes go on:",
            "VACUUM %s;".formatted(table),
            "-- bloated indexes, outside a transaction:",
            "REINDEX TABLE CONCURRENTLY %s;".formatted(table),
            "-- space back to the disk: the extension pg_repack, which copies the table beside its use");
      case "SET EXPRESSION" ->
        List.of(
            "-- a new column that a trigger sets for new rows and batches for old ones,",
            "-- and the application reads it instead");
      default ->
        List.of(
            "-- a new table of the wanted kind, filled in batches while a trigger copies what changes,",
            "-- then both renamed in one short transaction; pg_repack does so for a tablespace");
    };
  }

  /** A table, where one is named, and the command that rewrites it. */
  private record Rewriting(String words, Optional<ObjectName> table, Span span) {
    Rewriting(String words, ObjectName table) {
      this(words, Optional.of(table), table.span());
    }

    Rewriting(String words, Alteration<?> alteration) {
      this(words, Optional.of(alteration.table()), alteration.span());
    }

    static Rewriting everything(String words, Span span) {
      return new Rewriting(words, Optional.empty(), span);
    }
  }
}
