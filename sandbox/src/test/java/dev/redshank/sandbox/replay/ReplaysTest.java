package dev.redshank.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every replay proves what it says; {@code -Dredshank.replays=ID,ID} names those to play. */
final class ReplaysTest {
  @TestFactory
  Stream<DynamicNode> proveWhatTheySay() {
    return Majors.asked().stream()
        .map(version -> dynamicContainer("PostgreSQL " + version, onServer(version)));
  }

  private static Stream<DynamicNode> onServer(PgVersion version) {
    return Played.on(version).stream()
        .map(played -> dynamicTest(played.replay().id(), () -> prove(played.result())));
  }

  private static void prove(ReplayResult result) {
    assertThat(result.reason()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(List.of(result.danger(), result.remedy()))
        .allMatch(ActResult::holds)
        .allMatch(act -> !act.statements().isEmpty());
  }

  @Test
  void showEveryFailureMode() {
    assertThat(Replays.all().stream().filter(replay -> replay.rule().isEmpty()))
        .extracting(Replay::mode)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(FailureMode.values()).filter(FailureMode::isSafety).toList());
  }

  @Test
  void standInTheOrderOfTheirIds() {
    assertThat(Replays.all().stream().map(Replay::id)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void areNamedLikeTheirClasses() {
    assertThat(Replays.all()).allSatisfy(replay -> {
      assertThat(replay.getClass().getSimpleName()).endsWith("Replay");
      assertThat(replay.mode().isSafety()).isTrue();
      assertThat(Replays.find(replay.id())).containsSame(replay);
    });
  }
}
