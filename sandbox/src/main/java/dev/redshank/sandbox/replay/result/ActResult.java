package dev.redshank.sandbox.replay.result;

import java.util.List;

/**
 * What happened in one act.
 *
 * @param title {@code danger}, {@code remedy}, or what else the act shows
 * @param given the statements that set its database up
 * @param statements of all sessions, in the order in which they ended
 * @param timeline per session, in the order of time
 * @param millis how long it took, without its set-up
 */
public record ActResult(
    String title,
    List<String> given,
    List<StatementResult> statements,
    List<Check> checks,
    List<TimelineEvent> timeline,
    List<ProbeResult> probes,
    List<WalSample> wal,
    List<Figure> figures,
    double millis) {
  public ActResult {
    given = List.copyOf(given);
    statements = List.copyOf(statements);
    checks = List.copyOf(checks);
    timeline = List.copyOf(timeline);
    probes = List.copyOf(probes);
    wal = List.copyOf(wal);
    figures = List.copyOf(figures);
  }

  /** An act that was not played. */
  public static ActResult notPlayed(String title) {
    return new ActResult(
        title, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);
  }

  /** Whether it was played, expected something, and got it. */
  public boolean holds() {
    return !checks.isEmpty() && checks.stream().allMatch(Check::held);
  }
}
