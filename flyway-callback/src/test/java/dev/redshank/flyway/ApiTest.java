package dev.redshank.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.fixtures.api.ApiMarks;
import org.junit.jupiter.api.Test;

/** Others may build on the callback alone. */
final class ApiTest {
  private static final ApiMarks MARKS = ApiMarks.in("dev.redshank.flyway");

  @Test
  void isThisAndNothingElse() {
    assertThat(MARKS.types("MAINTAINED")).containsExactly("RedshankCallback");
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
