package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.rule.Rule;
import dev.redshank.rules.RedshankRules;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code redshank rules RULE} and {@code redshank modes MODE} print. */
final class PagesTest {
  @TempDir
  Path folder;

  static List<String> rules() {
    return RedshankRules.all().stream()
        .map(Rule::info)
        .filter(info -> info.mode().isSafety())
        .map(info -> info.id().value())
        .toList();
  }

  static List<String> modes() {
    return Arrays.stream(FailureMode.values())
        .filter(FailureMode::isSafety)
        .map(FailureMode::id)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theMeasuredTableOfARuleNamesItsReplay(String rule) {
    Run run = Run.in(folder, "rules", rule);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("# " + rule + "\n")
        .contains("`redshank sandbox replay " + rule + "`")
        .contains("| danger ")
        .doesNotContain("<!--");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void thePageOfAModeNamesItsReplay(String mode) {
    Run run = Run.in(folder, "modes", mode);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("`redshank sandbox replay " + mode + "`");
  }
}
