package dev.redshank.sandbox.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.server.ServerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Submissions of all kinds and what they are worth, on the oldest and on the newest PostgreSQL. */
@Execution(ExecutionMode.CONCURRENT)
final class DrillScoresTest {
  private static final List<Integer> MAJORS = List.of(14, 18);

  static Stream<Arguments> submissions() {
    String only = System.getProperty("redshank.drills", "");
    return MAJORS.stream()
        .flatMap(major -> Submitted.all().stream()
            .filter(submitted -> submitted.toString().contains(only))
            .map(submitted -> Arguments.of(major, submitted)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("submissions")
  void scores(int major, Submitted submitted) {
    Drill drill = Drills.find(submitted.drill()).orElseThrow();
    List<String> failed = new ArrayList<>();
    try (DrillRun run = DrillRun.start(drill, ServerOptions.of(new PgVersion(major)))) {
      new Submitting(run.port(), Duration.ofSeconds(60), failed::add)
          .run(Submission.read("fix.sql", submitted.sql()));
      Score score = run.score().score();
      assertThat(score.total()).as("%s%n%s", failed, score).isEqualTo(submitted.total());
      assertThat(score.traps()).as("%s%n%s", failed, score).hasSize(submitted.traps());
    }
  }
}
