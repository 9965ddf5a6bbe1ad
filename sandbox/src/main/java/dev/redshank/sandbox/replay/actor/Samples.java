package dev.redshank.sandbox.replay.actor;

import dev.redshank.sandbox.replay.result.ProbeSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What background actors saw, gathered from several threads. */
final class Samples {
  private final Stopwatch watch;
  private final List<ProbeSample> all = new ArrayList<>();

  Samples(Stopwatch watch) {
    this.watch = watch;
  }

  /** Notes that what was due at a moment of {@link System#nanoTime} is answered now. */
  synchronized void add(long dueNanos, Optional<String> failure) {
    double due = watch.millis(dueNanos);
    all.add(new ProbeSample(due, watch.millis() - due, failure));
  }

  synchronized List<ProbeSample> inOrder() {
    return all.stream()
        .sorted(Comparator.comparingDouble(ProbeSample::atMillis))
        .toList();
  }
}
