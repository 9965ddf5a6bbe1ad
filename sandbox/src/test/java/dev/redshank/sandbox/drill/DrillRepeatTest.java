package dev.redshank.sandbox.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.server.ServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same submission is worth the same ten times in a row. */
@Execution(ExecutionMode.CONCURRENT)
final class DrillRepeatTest {
  private static final int TIMES = 10;
  private static final List<String> REPEATED = List.of(
      "final-production-incident: the canonical fix, word for word",
      "release-fallout: rolls back everywhere");

  static Stream<Arguments> submissions() {
    return Submitted.all().stream()
        .filter(submitted -> REPEATED.contains(submitted.toString()))
        .flatMap(submitted ->
            IntStream.rangeClosed(1, TIMES).mapToObj(time -> Arguments.of(submitted, time)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("submissions")
  void scoresTheSame(Submitted submitted, int time) {
    Drill drill = Drills.find(submitted.drill()).orElseThrow();
    try (DrillRun run = DrillRun.start(drill, ServerOptions.of(new PgVersion(18)))) {
      new Submitting(run.port(), Duration.ofSeconds(60), failed -> {})
          .run(Submission.read("fix.sql", submitted.sql()));
      Score score = run.score().score();
      assertThat(score.total()).as("time %d: %s", time, score).isEqualTo(submitted.total());
    }
  }
}
