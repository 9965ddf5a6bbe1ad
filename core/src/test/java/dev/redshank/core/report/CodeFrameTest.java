package dev.redshank.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as they are printed: the line's number, a bar, and what stands behind it. */
final class CodeFrameTest {
  private static final String LOCKS = """
      BEGIN;
      ALTER TABLE orders ADD COLUMN note text;
      -- in between
      ALTER TABLE customers ADD COLUMN note text;
      COMMIT;
      """;

  @Test
  void showsTheSpanAndEachOtherPart() {
    assertThat(
            frame(LOCKS, "ALTER TABLE customers", 60, label(LOCKS, "TABLE orders", "locked here")))
        .isEqualTo("""
            2 | ALTER TABLE orders ADD COLUMN note text;
              |       ------------ locked here
            3 | -- in between
            4 | ALTER TABLE customers ADD COLUMN note text;
              | ^^^^^^^^^^^^^^^^^^^^^
            """);
  }

  @Test
  void showsAPartBehindTheSpan() {
    assertThat(frame(LOCKS, "orders", 60, label(LOCKS, "COMMIT", "held until here")))
        .isEqualTo("""
        2 | ALTER TABLE orders ADD COLUMN note text;
          |             ^^^^^^
          | …
        5 | COMMIT;
          | ------ held until here
        """);
  }

  @Test
  void tellsSeveralPartsOfOneLineOneBelowTheOther() {
    String sql = "UPDATE a SET x = 1 FROM b;";
    assertThat(frame(sql, "FROM b", 60, label(sql, "a", "first"), label(sql, "x", "second")))
        .isEqualTo("""
            1 | UPDATE a SET x = 1 FROM b;
              |                    ^^^^^^
              |        - first
              |              - second
            """);
  }

  @Test
  void putsWhatIsSaidOfTheSpanItselfBehindTheCarets() {
    assertThat(frame(LOCKS, "COMMIT", 60, label(LOCKS, "COMMIT", "everything ends here")))
        .isEqualTo("""
            5 | COMMIT;
              | ^^^^^^ everything ends here
            """);
  }

  @Test
  void putsWordsUnderAMarkThatLeavesThemNoRoom() {
    String words = "customers is locked here, and all who read it wait";
    assertThat(frame(LOCKS, "COMMIT", 48, label(LOCKS, "customers ADD COLUMN", words)))
        .isEqualTo("""
            4 | ALTER TABLE customers ADD COLUMN note text;
              |             --------------------
              |             customers is locked here, and
              |             all who read it wait
            5 | COMMIT;
              | ^^^^^^
            """);
  }

  @Test
  void setsTabsAndWideCharactersAsATerminalDoes() {
    String sql = "\tSELECT '注文';\tDROP TABLE \"顧客\";";
    assertThat(frame(sql, "\"顧客\"", 60, label(sql, "'注文'", "these"))).isEqualTo("""
        1 |     SELECT '注文';  DROP TABLE "顧客";
          |                                ^^^^^^
          |            ------ these
        """);
  }

  @Test
  void cutsALongLineAroundTheSpan() {
    String sql = "SELECT '" + "a".repeat(200) + "' FROM orders WHERE '" + "b".repeat(200) + "';";
    assertThat(frame(sql, "orders", 40)).isEqualTo("""
        1 | …aaaa' FROM orders WHERE 'bbbbbbbbb…
          |             ^^^^^^
        """);
  }

  @Test
  void leavesOutTheMiddleOfALongSpan() {
    String sql = "CREATE TABLE t (\n  a int,\n  b int,\n  c int,\n  d int,\n  e int\n);\n";
    assertThat(frame(sql, sql.strip(), 40)).isEqualTo("""
        1 | CREATE TABLE t (
          | ^^^^^^^^^^^^^^^^
        2 |   a int,
        3 |   b int,
        4 |   c int,
          | …
        7 | );
        """);
  }

  @ParameterizedTest
  @ValueSource(ints = {36, 40, 61, 80, 120, 196})
  void isNeverWiderThanItMayBe(int width) {
    Random random = new Random(width);
    String letters = "ab \t顧é\u0007\uD83D\uDC26;(";
    for (int round = 0; round < 500; round++) {
      StringBuilder sql = new StringBuilder();
      for (int i = random.nextInt(700); i >= 0; i--) {
        int at = letters.offsetByCodePoints(
            0, random.nextInt(letters.codePointCount(0, letters.length())));
        sql.appendCodePoint(random.nextInt(60) == 0 ? '\n' : letters.codePointAt(at));
      }
      SourceText source = SourceText.of("V1__a.sql", sql.toString());
      List<FrameLabel> labels = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        labels.add(new FrameLabel(span(random, sql), "some words that say why it is shown"));
      }
      for (CodeFrame.Row row : new CodeFrame(source, span(random, sql), labels, width).rows()) {
        assertThat(Width.of(row.text())).as(row.text()).isLessThanOrEqualTo(width);
      }
    }
  }

  private static Span span(Random random, CharSequence sql) {
    int start = random.nextInt(sql.length());
    return new Span(start, Math.min(sql.length(), start + 1 + random.nextInt(90)));
  }

  private static FrameLabel label(String sql, String part, String message) {
    int start = sql.indexOf(part);
    return new FrameLabel(new Span(start, start + part.length()), message);
  }

  private static String frame(String sql, String part, int width, FrameLabel... labels) {
    SourceText source = SourceText.of("V1__a.sql", sql);
    Span span = label(sql, part, "").span();
    StringBuilder text = new StringBuilder();
    for (CodeFrame.Row row : new CodeFrame(source, span, List.of(labels), width - 4).rows()) {
      text.append(row.number().isEmpty() ? " " : row.number()).append(" | ").append(row.text());
      text.append('\n');
    }
    return text.toString();
  }
}
