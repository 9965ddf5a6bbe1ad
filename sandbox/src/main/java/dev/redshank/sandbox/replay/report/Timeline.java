package dev.redshank.sandbox.replay.report;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.ProbeResult;
import dev.redshank.sandbox.replay.result.StatementResult;
import dev.redshank.sandbox.replay.result.TimelineEvent;
import dev.redshank.sandbox.replay.result.TimelineEvent.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who did what when in an act, for every report.
 *
 * @param lanes one for each session, those of the background last
 * @param millis how long the act took
 */
public record Timeline(List<Lane> lanes, double millis) {
  private static final double SAMPLING_GAP = 15;

  /** What is shorter than this is no freeze: every statement waits a little now and then. */
  private static final double SHORTEST_FREEZE = 20;

  public Timeline {
    lanes = List.copyOf(lanes);
  }

  public static Timeline of(ActResult act) {
    Set<String> sessions = new LinkedHashSet<>();
    act.timeline().stream()
        .sorted(Comparator.comparingDouble(TimelineEvent::fromMillis))
        .map(TimelineEvent::session)
        .forEach(sessions::add);
    List<String> probes = act.probes().stream().map(ProbeResult::name).toList();
    probes.forEach(sessions::remove);
    List<Lane> lanes = new ArrayList<>();
    sessions.forEach(session -> lanes.add(lane(act, session)));
    act.probes().forEach(probe -> lanes.add(lane(act, probe)));
    double end = lanes.stream()
        .flatMap(lane -> lane.running().stream())
        .mapToDouble(Stretch::to)
        .reduce(act.millis(), Math::max);
    return new Timeline(lanes, Math.max(end, 0.1));
  }

  private static Lane lane(ActResult act, String session) {
    List<Stretch> holding = events(act, session, State.HOLDING);
    List<Stretch> waiting = events(act, session, State.WAITING);
    return new Lane(
        session,
        false,
        events(act, session, State.RUNNING),
        holding.isEmpty() ? locksOf(act, session, waiting) : holding,
        waiting,
        List.of());
  }

  private static Lane lane(ActResult act, ProbeResult probe) {
    List<Stretch> requests = probe.samples().stream()
        .map(sample ->
            new Stretch(sample.atMillis(), sample.atMillis() + sample.latencyMillis(), probe.sql()))
        .toList();
    return new Lane(
        probe.name(),
        true,
        Stretch.merged(requests, 0),
        events(act, probe.name(), State.HOLDING),
        events(act, probe.name(), State.WAITING),
        probe.samples().stream()
            .filter(sample -> sample.failure().isPresent())
            .map(sample -> sample.atMillis() + sample.latencyMillis())
            .toList());
  }

  private static List<Stretch> events(ActResult act, String session, State state) {
    return act.timeline().stream()
        .filter(event -> event.session().equals(session) && event.state() == state)
        .map(event -> new Stretch(event.fromMillis(), event.toMillis(), event.detail()))
        .toList();
  }

  /**
   * Where nobody saw it, what statements took and transactions kept tells as much: a lock counts from
   * the beginning of the statement that took it, or from when that had waited enough.
   */
  private static List<Stretch> locksOf(ActResult act, String session, List<Stretch> waiting) {
    List<Stretch> locks = new ArrayList<>();
    SortedMap<RelationName, Stretch> open = new TreeMap<>();
    for (StatementResult statement : act.statements()) {
      if (statement.session().equals(session)) {
        double from = begin(statement, waiting);
        taken(statement)
            .forEach((relation, mode) -> open.compute(
                relation,
                (name, before) -> stronger(
                    Optional.ofNullable(before),
                    new Stretch(from, statement.toMillis(), mode.words() + " on " + name),
                    mode)));
        open.entrySet().removeIf(lock -> {
          boolean released = !statement.held().containsKey(lock.getKey());
          Stretch held = lock.getValue();
          locks.add(new Stretch(held.from(), statement.toMillis(), held.detail()));
          return released;
        });
      }
    }
    return longest(locks);
  }

  private static SortedMap<RelationName, LockMode> taken(StatementResult statement) {
    SortedMap<RelationName, LockMode> taken = new TreeMap<>(statement.held());
    statement
        .measured()
        .ifPresent(measured -> measured
            .tableLocks()
            .forEach((relation, mode) -> taken.merge(relation, mode, LockMode::strongest)));
    return taken;
  }

  private static double begin(StatementResult statement, List<Stretch> waiting) {
    return waiting.stream()
        .filter(each -> each.overlaps(statement.fromMillis(), statement.toMillis()))
        .mapToDouble(each -> Math.min(each.to(), statement.toMillis()))
        .reduce(statement.fromMillis(), Math::max);
  }

  private static Stretch stronger(Optional<Stretch> before, Stretch taken, LockMode mode) {
    boolean kept = before
        .flatMap(stretch -> Lane.mode(stretch.detail()))
        .filter(held -> held.compareTo(mode) >= 0)
        .isPresent();
    return kept ? before.orElseThrow() : taken;
  }

  /** Of a lock that was looked at after each statement, the last look. */
  private static List<Stretch> longest(List<Stretch> locks) {
    return locks.stream()
        .filter(lock -> locks.stream()
            .noneMatch(other -> other.from() == lock.from()
                && other.detail().equals(lock.detail())
                && other.to() > lock.to()))
        .toList();
  }

  /** When somebody in the background waited for another session for a while. */
  List<Stretch> frozen() {
    List<Stretch> waits = lanes.stream()
        .filter(Lane::background)
        .flatMap(lane -> lane.waiting().stream())
        .toList();
    return Stretch.merged(waits, SAMPLING_GAP).stream()
        .filter(stretch -> stretch.millis() >= SHORTEST_FREEZE)
        .toList();
  }

  /** Moments for an axis: a few round numbers from 0 on. */
  List<Double> ticks(int most) {
    double step = Stream.iterate(0.1, each -> each * 10)
        .flatMap(each -> Stream.of(each, each * 2, each * 5))
        .filter(each -> millis / each <= most)
        .findFirst()
        .orElse(millis);
    List<Double> ticks = new ArrayList<>();
    for (double tick = 0; tick <= millis; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }
}
