package dev.redshank.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.fixtures.api.ApiMarks;
import org.junit.jupiter.api.Test;

/** Goals and their parameters are what builds know; no class of the plugin is for others. */
final class ApiTest {
  private static final ApiMarks MARKS = ApiMarks.in("dev.redshank.maven");

  @Test
  void isThisAndNothingElse() {
    assertThat(MARKS.types("MAINTAINED")).isEmpty();
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
