package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Reindex;
import dev.redshank.core.text.Span;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags REINDEX that stops writes, and reads that would use the index, while it is built anew. */
public final class ReindexWithoutConcurrently implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("reindex-without-concurrently"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "Index rebuilt while writes wait")
      .about(Reindex.class)
      .covers("require-concurrent-reindex");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step
        .as(Reindex.class)
        .filter(reindex -> !reindex.concurrently() && reindex.scope() != Reindex.Scope.SYSTEM)
        .filter(reindex -> isInUse(step, reindex))
        .map(reindex -> describe(step, reindex))
        .stream()
        .toList();
  }

  private static boolean isInUse(StatementStep step, Reindex reindex) {
    if (reindex.name().isEmpty()) {
      return true;
    }
    ObjectName name = reindex.name().get();
    return switch (reindex.scope()) {
      case TABLE -> step.before().mayHoldRows(name);
      case INDEX ->
        step.before()
            .state()
            .index(name)
            .map(index -> step.before().mayHoldRows(index.table()))
            .orElse(true);
      default -> true;
    };
  }

  private static Finding describe(StatementStep step, Reindex reindex) {
    List<Uncertainty> doubts = doubts(step, reindex);
    Span place = reindex.name().map(ObjectName::span).orElse(reindex.span());
    String message =
        "Writes to %s wait until %s built anew, and so do reads whose plan looks at the index."
            .formatted(table(step, reindex), what(reindex));
    Finding finding = INFO.finding(place, Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(reindex));
    return reindex
        .name()
        .flatMap(name -> ConcurrentlyFix.before(step, name.span(), "Rebuild with CONCURRENTLY"))
        .map(finding::withFix)
        .orElse(finding);
  }

  private static String what(Reindex reindex) {
    String name = reindex.name().map(Object::toString).orElse("the database");
    return switch (reindex.scope()) {
      case INDEX -> name + " is";
      case TABLE -> "its indexes are";
      default -> "the indexes of each are";
    };
  }

  private static String table(StatementStep step, Reindex reindex) {
    String name = reindex.name().map(Object::toString).orElse("");
    return switch (reindex.scope()) {
      case INDEX ->
        reindex
            .name()
            .flatMap(step.before().state()::index)
            .map(index -> index.table().toString())
            .orElse("the table of " + name);
      case TABLE -> name;
      case SCHEMA -> "one table of schema " + name + " after another";
      default -> "one table of the database after another";
    };
  }

  private static List<Uncertainty> doubts(StatementStep step, Reindex reindex) {
    if (reindex.name().isEmpty()) {
      return List.of();
    }
    ObjectName name = reindex.name().get();
    if (reindex.scope() == Reindex.Scope.TABLE) {
      return step.doubtsAbout(name);
    }
    boolean unknown = reindex.scope() == Reindex.Scope.INDEX
        && step.before().state().index(name).isEmpty();
    String reason = "no migration that was read creates index " + name;
    return unknown ? List.of(new Uncertainty("table", step.resolve(name), reason)) : List.of();
  }

  private static List<String> recipe(Reindex reindex) {
    String name = reindex.name().map(found -> " " + found).orElse("");
    List<String> lines = new ArrayList<>();
    lines.add("-- outside a transaction, without lock_timeout and statement_timeout");
    lines.add("REINDEX %s CONCURRENTLY%s;".formatted(reindex.scope(), name));
    if (reindex.scope() == Reindex.Scope.INDEX) {
      String copy =
          reindex.name().map(found -> Wording.named(found.name(), "ccnew")).orElse("");
      lines.add("-- before another try: DROP INDEX CONCURRENTLY IF EXISTS " + copy + ";");
    }
    return lines;
  }
}
