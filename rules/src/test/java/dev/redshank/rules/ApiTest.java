package dev.redshank.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.fixtures.api.ApiMarks;
import org.junit.jupiter.api.Test;

/** Others may build on the book of all rules, and on no rule. */
final class ApiTest {
  private static final ApiMarks MARKS = ApiMarks.in("dev.redshank.rules");

  @Test
  void isThisAndNothingElse() {
    assertThat(MARKS.types("MAINTAINED")).containsExactly("RedshankRules");
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
