package dev.redshank.sandbox.replay.result;

import java.util.List;

/** All requests of one background actor, in the order in which they were due. */
public record ProbeResult(String name, String sql, List<ProbeSample> samples) {
  public ProbeResult {
    samples = List.copyOf(samples);
  }

  /** The longest that anybody waited. */
  public double worstMillis() {
    return samples.stream().mapToDouble(ProbeSample::latencyMillis).max().orElse(0);
  }

  /** How many requests failed, in whatever way. */
  public long failures() {
    return samples.stream().filter(sample -> sample.failure().isPresent()).count();
  }

  /** How many requests failed like that: a SQLSTATE, or {@code 503}. */
  public long failures(String failure) {
    return samples.stream()
        .filter(sample -> sample.failure().filter(failure::equals).isPresent())
        .count();
  }
}
