package dev.redshank.sandbox.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.impact.ImpactRow;
import dev.redshank.core.impact.ImpactTable;
import dev.redshank.core.postgres.PgVersion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row of the impact table is true: each of its examples does on real servers what the table says. */
final class ClaimsTest {
  private static final List<PgVersion> VERSIONS = Arrays.stream(
          System.getProperty("redshank.postgres.majors", "17").split(","))
      .map(major -> new PgVersion(Integer.parseInt(major.strip())))
      .toList();

  @Test
  void everyExampleDoesWhatTheTableSays() {
    ClaimsReport report = ClaimsReport.of(VERSIONS);
    System.out.println(report.summary());
    assertThat(report.disagreements()).as(report.table()).isEmpty();
  }

  @Test
  void everyRowHasAnIdOfItsOwn() {
    assertThat(ImpactTable.rows().stream().map(ImpactRow::id)).doesNotHaveDuplicates();
  }

  @Test
  void everyRowHoldsOnAVersionAndHasAnExample() {
    assertThat(ImpactTable.rows())
        .allMatch(row -> !row.examples().isEmpty())
        .allMatch(row -> PgVersion.all().stream().anyMatch(row::holdsOn));
  }
}
