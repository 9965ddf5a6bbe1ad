package dev.redshank.sandbox.replay;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.StatementResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one act shows, in a few words a fact. No times. */
final class ActFacts {
  static final String NONE = "–";

  private static final String LOCK =
      "(it locks|it does not lock|work is done under|no work is done under|one transaction holds|no transaction holds) ";

  /** What an act expects of its own statements; all the rest is what others get. */
  private static final Pattern OWN = Pattern.compile(
      LOCK
          + ".*|(it|the server|migration) .*|.* (gets a new|keeps its) file|.* is (not )?(read from end to end|built)");

  private static final Pattern WAITS = Pattern.compile("(.*) waits for migration");

  /** How an expectation reads as a fact: what others run or look at, and what they get. */
  private static final List<Reading> READINGS = List.of(
      new Reading("others get (?<got>\\w+) for (?<run>.*)", ActFacts::refusal),
      new Reading("others can run (?<run>.*)(?<got>)", none -> "works"),
      new Reading(".* fails with (?<got>\\w+) in (?<run>.*)", ActFacts::refusal),
      new Reading("(?<run>on the replica .*) fails with (?<got>\\w+)", ActFacts::refusal),
      new Reading("(?<run>.*) gives (?<got>.*)", UnaryOperator.identity()),
      new Reading("(?<run>\\w+ is) (?<got>valid|INVALID)", UnaryOperator.identity()),
      new Reading("(?<run>.*)(?<got>)", none -> "yes"));

  private static final Pattern SUCCEEDS = Pattern.compile("(.*) succeeds with (.*)");

  private final ActResult act;
  private final List<StatementResult> statements;

  ActFacts(ActResult act) {
    this.act = act;
    this.statements = act.statements().stream()
        .filter(statement -> statement.measured().isPresent())
        .toList();
  }

  private record Reading(String pattern, UnaryOperator<String> words) {}

  static String words(RelationName relation) {
    return relation.schema().equals("public") ? relation.name() : relation.toString();
  }

  /** Relations on which the migration held a lock. */
  Stream<RelationName> locked() {
    return statements.stream()
        .flatMap(statement -> Stream.concat(
            statement.held().keySet().stream(),
            statement.measured().orElseThrow().locks().keySet().stream()));
  }

  /** Whether the act expects something of a relation's locks. */
  boolean expectsLock(RelationName relation) {
    return expects(LOCK + ".*" + named(relation) + ".*");
  }

  /** Whether the act expects something of a relation, in words that follow its name. */
  boolean expects(RelationName relation, String words) {
    return expects("(\\w+\\.)?" + Pattern.quote(relation.name()) + words);
  }

  private boolean expects(String pattern) {
    return act.checks().stream().anyMatch(check -> check.expectation().matches(pattern));
  }

  private static String named(RelationName relation) {
    return "\\b" + Pattern.quote(relation.name()) + "\\b";
  }

  Collection<RelationName> relations(Function<Measured, Collection<RelationName>> fact) {
    return new Facts(statements).all(fact);
  }

  /** The strongest lock that the migration held. */
  String lock(RelationName relation) {
    return strongest(statements.stream(), relation);
  }

  /** The strongest lock that it held while it read, wrote or built something. */
  String lockAtWork(RelationName relation) {
    return strongest(
        statements.stream()
            .filter(statement -> !new Facts(List.of(statement))
                .workUnder(LockMode.ACCESS_SHARE, relation)
                .isEmpty()),
        relation);
  }

  private static String strongest(Stream<StatementResult> statements, RelationName relation) {
    return new Facts(statements.toList())
        .strongest(relation)
        .map(LockMode::words)
        .orElse(NONE);
  }

  /** How the migration's statements failed, and whether it got through in the end. */
  String failures() {
    List<String> states = statements.stream()
        .flatMap(statement -> statement.sqlState().stream())
        .distinct()
        .toList();
    if (states.isEmpty()) {
      return NONE;
    }
    boolean works = statements.get(statements.size() - 1).sqlState().isEmpty();
    return String.join(", ", states) + (works ? ", then works" : "");
  }

  String snapshots() {
    boolean waits = new Facts(statements).any(Measured::waitsForSnapshots);
    return expects(".* old snapshots") && waits ? "yes" : NONE;
  }

  /** What others get, by what they run; the last time counts. */
  Map<String, String> others() {
    Map<String, String> facts = new LinkedHashMap<>();
    List<String> waiting = new ArrayList<>();
    for (Check check : act.checks()) {
      String words = check.expectation().replaceAll("\\s+", " ");
      Matcher waits = WAITS.matcher(words);
      Matcher succeeds = SUCCEEDS.matcher(words);
      if (waits.matches()) {
        waiting.add(waits.group(1));
      } else if (OWN.matcher(words).matches()) {
        continue;
      } else if (succeeds.matches()) {
        facts.put(succeeds.group(2), waiting.contains(succeeds.group(1)) ? "waits" : "works");
      } else {
        read(words, facts);
      }
    }
    return facts;
  }

  private static void read(String words, Map<String, String> facts) {
    for (Reading reading : READINGS) {
      Matcher match = Pattern.compile(reading.pattern()).matcher(words);
      if (match.matches()) {
        facts.put(match.group("run"), reading.words().apply(match.group("got")));
        return;
      }
    }
  }

  private static String refusal(String state) {
    return state.equals("55P03") ? "waits" : "fails with " + state;
  }
}
