package dev.redshank.sandbox.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.sandbox.replay.report.StatementWords.Repeated;
import dev.redshank.sandbox.replay.result.StatementResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Statements that are told together, and those that are not. */
final class StatementWordsTest {
  private static StatementResult statement(String sql) {
    return new StatementResult(
        "migration", sql, 0, 2, Optional.empty(), "", Optional.empty(), new TreeMap<>());
  }

  private static List<String> told(String... sql) {
    return StatementWords.repeated(
            Arrays.stream(sql).map(StatementWordsTest::statement).toList())
        .stream()
        .map(each -> each.last().sql() + each.words())
        .toList();
  }

  @Test
  void tellsWhatIsTriedAgainOnce() {
    assertThat(told("SELECT 1", "SELECT 1", "COMMIT", "SELECT 1"))
        .containsExactly("SELECT 1 (2 times)", "COMMIT", "SELECT 1");
  }

  @Test
  void tellsManyBatchesOnceAndFewOneByOne() {
    assertThat(told("DELETE 1", "DELETE 2", "DELETE 3", "DELETE 44"))
        .containsExactly("DELETE 44 (4 times)");
    assertThat(told("DROP a1", "DROP a2")).containsExactly("DROP a1", "DROP a2");
  }

  @Test
  void addsUpWhatTheyTook() {
    List<Repeated> both =
        StatementWords.repeated(List.of(statement("SELECT 1"), statement("SELECT 1")));
    assertThat(both).hasSize(1);
    assertThat(both.get(0).millis()).isEqualTo(4);
  }

  @Test
  void tellsNothingOfNothing() {
    assertThat(StatementWords.repeated(List.of())).isEmpty();
  }
}
