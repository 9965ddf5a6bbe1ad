package dev.redshank.sandbox.trace;

import java.time.Duration;
import java.util.Optional;

/**
 * How migrations are traced.
 *
 * @param rows how many each table holds that the deploy touches
 * @param seed the user's own rows, as a script that runs behind history
 * @param timeLimit the longest that one statement may take
 * @param oneDeploy whether all migrations under review are one deploy; else each is its own
 */
public record TraceOptions(long rows, Optional<Seed> seed, Duration timeLimit, boolean oneDeploy) {
  /** 100,000 rows, five minutes, each migration its own deploy. */
  public static final TraceOptions DEFAULT =
      new TraceOptions(100_000, Optional.empty(), Duration.ofMinutes(5), false);

  /**
   * A script of rows.
   *
   * @param path how messages name it
   */
  public record Seed(String path, String sql) {}
}
