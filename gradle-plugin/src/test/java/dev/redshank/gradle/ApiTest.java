package dev.redshank.gradle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.fixtures.api.ApiMarks;
import org.junit.jupiter.api.Test;

/** What build scripts may name: the plugin, its extension and its tasks. */
final class ApiTest {
  private static final ApiMarks MARKS = ApiMarks.in("dev.redshank.gradle");

  @Test
  void isThisAndNothingElse() {
    assertThat(MARKS.types("MAINTAINED"))
        .containsExactly(
            "RedshankBaseline",
            "RedshankCheck",
            "RedshankExtension",
            "RedshankLintTask",
            "RedshankPlugin",
            "RedshankReport",
            "RedshankTask");
  }

  @Test
  void tellsInEveryPackageWhetherOthersMayBuildOnIt() {
    assertThat(MARKS.unmarkedPackages()).isEmpty();
  }

  @Test
  void showsNothingInternalButWhatIsListed() {
    assertThat(MARKS.leaks()).isEmpty();
  }
}
