package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that are too large or too deep for anything but one pass. */
final class HostileStatementsTest {
  /** Far above what a busy machine takes for one pass, far below what a quadratic one would take. */
  private static final Duration LINEAR = Duration.ofSeconds(10);

  private static final int MANY = 100_000;

  @Test
  void anInsertOfFiveMegabytesIsReadInOnePass() {
    String rows =
        String.join(",\n", Collections.nCopies(130_000, "(1, 'some text', NULL, 3.5, now())"));
    assertTimeout(LINEAR, () -> {
      Insert insert = Reading.as(Insert.class, "INSERT INTO t (a, b) VALUES " + rows);
      assertThat(insert.query().functions()).hasSize(1);
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a + ", "a = ", "a = 1 OR ", "a || ", "NOT ", "(", "f(", "CASE WHEN ", "- "})
  void aConditionOfManyPartsBoundsNothing(String part) {
    String sql = "UPDATE t SET a = 1 WHERE " + part.repeat(MANY) + "b = 1";
    assertTimeout(
        LINEAR,
        () -> assertThat(Reading.as(Update.class, sql).filter()).isEqualTo(RowFilter.UNBOUNDED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NULL; ",
        "x := 1; ",
        "LOOP NULL; END LOOP; ",
        "FOR i IN 1..2 LOOP NULL; END LOOP; "
      })
  void aBodyOfManyStatementsIsReadInOnePass(String statement) {
    String sql = "DO $$BEGIN " + statement.repeat(MANY / 5) + "END$$";
    assertTimeout(
        LINEAR,
        () -> assertThat(Reading.as(DoBlock.class, sql).body().orElseThrow().steps())
            .hasSize(MANY / 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"BEGIN ", "IF a THEN ", "LOOP ", "DECLARE a int; BEGIN ", "CASE WHEN a THEN "})
  void aBodyThatIsTooDeepSaysSo(String opening) {
    RoutineBody body = Reading.as(DoBlock.class, "DO $$BEGIN " + opening.repeat(MANY / 5) + "$$")
        .body()
        .orElseThrow();
    assertThat(body.steps().toString()).contains("more than 100 deep");
  }

  @Test
  void dataOfCopyBelongsToItsStatement() {
    Copy copy = Reading.as(Copy.class, "COPY t (a) FROM stdin;\n1\n2\n\\.\n");
    assertThat(copy.from()).isTrue();
    assertThat(copy.table()).hasToString("Optional[t]");
  }
}
