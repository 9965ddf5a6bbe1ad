package dev.redshank.sandbox.drill;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.replay.result.ProbeResult;
import dev.redshank.sandbox.replay.result.TimelineEvent;
import dev.redshank.sandbox.replay.result.WalSample;
import java.util.List;

/**
 * A scored drill, for every report.
 *
 * @param hints how many were taken
 * @param statements of whoever practised, in order
 * @param timeline who held and waited
 * @param probes what the application's sessions felt
 * @param millis since the drill began
 */
public record DrillResult(
    Drill drill,
    PgVersion postgres,
    Score score,
    int hints,
    List<Statement> statements,
    List<TimelineEvent> timeline,
    List<ProbeResult> probes,
    List<WalSample> wal,
    double millis) {
  /**
   * A statement of whoever practised.
   *
   * @param atMillis since the drill began
   */
  public record Statement(double atMillis, String database, String sql) {}

  public DrillResult {
    statements = List.copyOf(statements);
    timeline = List.copyOf(timeline);
    probes = List.copyOf(probes);
    wal = List.copyOf(wal);
  }
}
