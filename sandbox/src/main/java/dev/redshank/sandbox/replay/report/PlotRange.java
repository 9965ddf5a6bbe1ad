package dev.redshank.sandbox.replay.report;

import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.ProbeResult;
import dev.redshank.sandbox.replay.result.WalSample;
import java.util.List;

/**
 * How far the axes of a replay's plots go: the same in all of its acts, so that they can be compared.
 *
 * @param millis of time
 * @param latency in ms
 * @param bytes of the write-ahead log
 */
public record PlotRange(double millis, double latency, double bytes) {
  public static PlotRange of(List<ActResult> acts) {
    double millis = acts.stream()
        .filter(act -> !act.probes().isEmpty() || !act.wal().isEmpty())
        .mapToDouble(act -> Timeline.of(act).millis())
        .max()
        .orElse(1);
    double latency = acts.stream()
        .flatMap(act -> act.probes().stream())
        .mapToDouble(ProbeResult::worstMillis)
        .max()
        .orElse(1);
    double bytes = acts.stream()
        .flatMap(act -> act.wal().stream())
        .mapToDouble(sample -> Math.max(sample.walBytes(), sample.lagBytes()))
        .max()
        .orElse(1);
    return new PlotRange(Math.ceil(millis), latency, bytes);
  }

  /** Whether a sample has something to show. */
  static boolean isVisible(WalSample sample) {
    return sample.walBytes() > 0 || sample.lagBytes() > 0;
  }
}
