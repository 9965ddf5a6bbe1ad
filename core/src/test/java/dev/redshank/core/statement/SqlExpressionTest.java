package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.text.SourceText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlExpressionTest {
  private static final int NESTING = 20_000;

  private static SqlExpression expression(String sql) {
    return new SqlExpression(SqlScript.tokens(SourceText.of("test.sql", sql)));
  }

  private static List<String> calls(String sql) {
    return expression(sql).functionCalls().stream()
        .map(call -> call.name() + "/" + call.arguments())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "now() => [now/0]",
        "f(a, g(b, (1, 2)), h()) => [f/3, g/2, h/0]",
        "s.f(1) + \"G\"(2) => [s.f/1, \"G\"/1]",
        "coalesce(a, lower(b)) => [lower/1]",
        "'x'::geometry(Point, 4326) => []",
        "'x'::public.geometry(Point, 4326) => []",
        "CAST(a AS vector(3)) => []",
        "CURRENT_TIMESTAMP(3) => []",
        "a IN (1, 2) AND b = ANY (c) => []",
        "ARRAY[f(1), 2] => [f/1]",
        "extract(year FROM now()) => [extract/2, now/0]",
        "substring(a FROM 1 FOR 2) => [substring/3]",
        "position('a' IN b) => [position/2]",
        "count(*) FILTER (WHERE a) OVER (ORDER BY b) => [count/1]"
      })
  void findsWhatAnExpressionCalls(String sql, String expected) {
    assertThat(calls(sql)).hasToString(expected);
  }

  @Test
  void findsCallsInCallsInLinearTime() {
    String sql = "f(".repeat(NESTING) + ")".repeat(NESTING);
    assertTimeout(Duration.ofSeconds(60), () -> assertThat(calls(sql)).hasSize(NESTING));
  }

  @Test
  void endsACallThatNothingClosesWithTheExpression() {
    SqlExpression.FunctionCall call = expression("f(a, b").functionCalls().get(0);
    assertThat(call.arguments()).isEqualTo(2);
    assertThat(call.name().span().end()).isEqualTo("f(a, b".length());
  }

  @Test
  void isEqualWhateverItsCaseAndSpacing() {
    assertThat(expression("A  +b -- c")).isEqualTo(expression("a + B"));
    assertThat(expression("'A'")).isNotEqualTo(expression("'a'"));
  }
}
