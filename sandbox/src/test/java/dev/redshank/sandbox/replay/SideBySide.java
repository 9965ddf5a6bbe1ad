package dev.redshank.sandbox.replay;

import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.replay.result.ReplayResult;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the danger and the remedy of a replay show, fact by fact. Of locks, files, scans and indexes only
 * those of which either act expects something: these are what the replay proves.
 */
final class SideBySide {
  private final ActFacts danger;
  private final ActFacts remedy;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  private SideBySide(ReplayResult result) {
    this.danger = new ActFacts(result.danger());
    this.remedy = new ActFacts(result.remedy());
  }

  /** The facts in the order of a table, each with what the danger and what the remedy shows. */
  static Map<String, List<String>> of(ReplayResult result) {
    SideBySide facts = new SideBySide(result);
    facts.locks();
    facts.work(": rewritten", " (gets a new|keeps its) file", Measured::rewrites);
    facts.work(": read in full", " is (not )?read from end to end", Measured::scans);
    facts.work(": built", " is (not )?built", Measured::builds);
    facts.row("fails with", ActFacts::failures);
    facts.row("waits for old snapshots", ActFacts::snapshots);
    facts.others();
    return Collections.unmodifiableMap(facts.rows);
  }

  private void locks() {
    relations(ActFacts::locked)
        .filter(relation -> danger.expectsLock(relation) || remedy.expectsLock(relation))
        .forEach(relation -> lock(relation, ActFacts.words(relation) + ": lock"));
  }

  /** A lock at work only says something where it is another than the strongest. */
  private void lock(RelationName relation, String label) {
    row(label, act -> act.lock(relation));
    row(label + " at work", act -> act.lockAtWork(relation));
    if (rows.getOrDefault(label + " at work", List.of()).equals(rows.get(label))) {
      rows.remove(label + " at work");
    }
  }

  private void work(
      String done, String expected, Function<Measured, Collection<RelationName>> fact) {
    relations(act -> act.relations(fact).stream())
        .filter(
            relation -> danger.expects(relation, expected) || remedy.expects(relation, expected))
        .forEach(relation -> row(
            ActFacts.words(relation) + done,
            act -> act.relations(fact).contains(relation) ? "yes" : ActFacts.NONE));
  }

  private Stream<RelationName> relations(Function<ActFacts, Stream<RelationName>> names) {
    return Stream.of(danger, remedy).flatMap(names).sorted().distinct();
  }

  private void row(String label, Function<ActFacts, String> fact) {
    List<String> cells = List.of(fact.apply(danger), fact.apply(remedy));
    if (!cells.equals(List.of(ActFacts.NONE, ActFacts.NONE))) {
      rows.put(label, cells);
    }
  }

  private void others() {
    Map<String, String> dangers = danger.others();
    Map<String, String> remedies = remedy.others();
    Stream.of(dangers, remedies)
        .flatMap(others -> others.keySet().stream())
        .distinct()
        .forEach(label -> rows.put(
            label, List.of(dangers.getOrDefault(label, ""), remedies.getOrDefault(label, ""))));
  }
}
