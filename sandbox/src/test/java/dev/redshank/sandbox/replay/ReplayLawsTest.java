package dev.redshank.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.rules.RedshankRules;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.replay.result.ActResult;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules and replays belong together: one for one, by name, and they mean the same statements. */
final class ReplayLawsTest {
  private static List<RuleInfo> safetyRules() {
    return RedshankRules.all().stream()
        .map(Rule::info)
        .filter(info -> info.mode().isSafety())
        .toList();
  }

  static List<Replay> replays() {
    return Replays.all();
  }

  static Stream<Played> ofRules() {
    return Majors.asked().stream()
        .flatMap(version -> Played.on(version).stream())
        .filter(played -> played.replay().rule().isPresent());
  }

  @Test
  void everySafetyRuleHasAReplayAndEveryReplayOfARuleHasIt() {
    assertThat(replays().stream().flatMap(replay -> replay.rule().stream()))
        .containsExactlyInAnyOrderElementsOf(
            safetyRules().stream().map(RuleInfo::id).toList());
  }

  @ParameterizedTest
  @MethodSource("replays")
  void aReplayBelongsToTheFailureModeOfItsRule(Replay replay) {
    assertThat(Modifier.isFinal(replay.getClass().getModifiers())).isTrue();
    assertThat(safetyRules())
        .filteredOn(info -> replay.rule().filter(info.id()::equals).isPresent())
        .allSatisfy(info -> {
          assertThat(info.mode()).isEqualTo(replay.mode());
          assertThat(replay.getClass().getSimpleName()).isEqualTo(className(info.id()));
        });
  }

  private static String className(RuleId rule) {
    return RedshankRules.all().stream()
        .filter(found -> found.info().id().equals(rule))
        .map(found -> found.getClass().getSimpleName() + "Replay")
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("ofRules")
  void theRuleFindsTheDanger(Played played) {
    assertThat(messages(played, played.result().danger())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("ofRules")
  void theRuleFindsNothingInTheRemedy(Played played) {
    assertThat(messages(played, played.result().remedy())).isEmpty();
  }

  private static List<String> messages(Played played, ActResult act) {
    return ReplayLint.messages(
        played.replay().rule().orElseThrow(),
        played.given(),
        Played.migration(act),
        played.result().postgres());
  }
}
