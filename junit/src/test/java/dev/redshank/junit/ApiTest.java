package dev.redshank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.fixtures.api.ApiMarks;
import org.junit.jupiter.api.Test;

/** What tests may say about migrations. */
final class ApiTest {
  private static final ApiMarks MARKS = ApiMarks.in("dev.redshank.junit");

  @Test
  void isThisAndNothingElse() {
    assertThat(MARKS.types("MAINTAINED"))
        .containsExactly(
            "LintedMigration",
            "MigrationTest",
            "Migrations",
            "MigrationsAssert",
            "RedshankAssertions");
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
