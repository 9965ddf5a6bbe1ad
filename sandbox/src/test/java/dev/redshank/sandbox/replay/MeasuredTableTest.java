package dev.redshank.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A table names versions where they differ, and can be measured anew one version after the other. */
final class MeasuredTableTest {
  private static final MeasuredTable EMPTY = new MeasuredTable("a-rule", new TreeMap<>());

  private static ReplayResult result(int major, ActResult danger, ActResult remedy) {
    return new ReplayResult(
        "a-rule",
        FailureMode.HIDDEN_REWRITE,
        Optional.empty(),
        "A rule",
        new PgVersion(major),
        Verdict.PROVEN,
        "",
        danger,
        remedy,
        List.of());
  }

  private static ActResult act(String... expectations) {
    List<Check> checks = List.of(expectations).stream()
        .map(expectation -> new Check(expectation, true, ""))
        .toList();
    return new ActResult(
        "act", List.of(), List.of(), checks, List.of(), List.of(), List.of(), List.of(), 0);
  }

  private static MeasuredTable measured() {
    MeasuredTable table = EMPTY;
    for (PgVersion version : PgVersion.all()) {
      ActResult remedy = version.atLeast(18)
          ? act("others can run SELECT 1", "by_id is valid")
          : act("others get 55P03 for SELECT 1", "by_id is valid");
      table = table.with(
          result(version.major(), act("it works", "others get 42703 for SELECT 1"), remedy));
    }
    return table;
  }

  @Test
  void namesVersionsWhereTheyDiffer() {
    assertThat(measured().block().lines().filter(line -> line.startsWith("|")))
        .containsExactly(
            "|                        | danger           | remedy |",
            "|------------------------|------------------|--------|",
            "| SELECT 1 (on 14 to 17) | fails with 42703 | waits  |",
            "| SELECT 1 (on 18)       | fails with 42703 | works  |",
            "| by_id is               |                  | valid  |");
  }

  @Test
  void isReadAsItIsWritten() {
    MeasuredTable table = measured();
    assertThat(MeasuredTable.read("a-rule", table.block()).block()).isEqualTo(table.block());
  }

  @Test
  void isMeasuredAnewForOneVersionAlone() {
    ReplayResult other =
        result(18, act("others get 42703 for SELECT 1"), act("others get 55P03 for SELECT 1"));
    assertThat(measured().with(other).block())
        .doesNotContain("SELECT 1 (on")
        .contains("| by_id is (on 14 to 17) |");
  }

  @Test
  void cutsWhatIsTooLongForATerminal() {
    String query = "SELECT " + "x".repeat(90);
    ReplayResult one = result(14, act("others can run " + query), act());
    assertThat(EMPTY.with(one).block().lines().filter(line -> line.contains("SELECT")))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("xx…"));
  }
}
