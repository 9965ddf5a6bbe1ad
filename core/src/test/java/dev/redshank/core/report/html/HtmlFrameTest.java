package dev.redshank.core.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HtmlFrameTest {
  private static HtmlFrame.Mark mark(String sql, String text, String style, String label) {
    int start = sql.indexOf(text);
    return new HtmlFrame.Mark(new Span(start, start + text.length()), style, label);
  }

  private static String frame(String sql, HtmlFrame.Mark... marks) {
    return HtmlFrame.of(SourceText.of("a.sql", sql), List.of(marks));
  }

  /** What a reader sees of it, a line each. */
  private static List<String> rows(String frame) {
    return frame
        .lines()
        .map(line -> line.replaceAll("</?mark[^>]*>", "").replaceAll("<[^>]*>", "|"))
        .map(line -> line.replaceAll("\\|+", "|"))
        .filter(line -> line.length() > 1)
        .toList();
  }

  @Test
  void marksThePlaceAndShowsTheLinesAround() {
    String sql = "BEGIN;\nDROP TABLE a;\nCOMMIT;\n";
    String frame = frame(sql, mark(sql, "a;", "error", ""));
    assertThat(rows(frame)).containsExactly("|1|BEGIN;|", "|2|DROP TABLE a;|", "|3|COMMIT;|");
    assertThat(frame).contains("DROP TABLE <mark class=\"error\">a;</mark></span>");
  }

  @Test
  void emptyLinesAroundAreLeftOut() {
    String sql = "\nDROP TABLE a;\n  \n";
    assertThat(rows(frame(sql, mark(sql, "a;", "error", "")))).containsExactly("|2|DROP TABLE a;|");
  }

  @Test
  void severalPlacesHaveTheirLabels() {
    String sql = "one;\ntwo;\n3;\n4;\n5;\n6;\n7;\n";
    String frame =
        frame(sql, mark(sql, "7", "error", ""), mark(sql, "two", "related", "it begins <here>"));
    assertThat(rows(frame))
        .containsExactly(
            "|1|one;|",
            "|2|two;|",
            "|it begins &lt;here&gt;|",
            "|3|3;|",
            "|⋯|",
            "|6|6;|",
            "|7|7;|");
  }

  @Test
  void ofPlacesInEachOtherTheFirstIsSeen() {
    String sql = "ALTER TABLE a ADD b int;";
    assertThat(frame(sql, mark(sql, "b", "error", ""), mark(sql, sql, "related", "")))
        .contains("<mark class=\"related\">ALTER TABLE a ADD </mark><mark class=\"error\">b</mark>"
            + " <mark class=\"related\">int;</mark>");
  }

  @Test
  void theMiddleOfALongPlaceIsLeftOut() {
    String sql =
        IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    List<String> rows = rows(frame(sql, mark(sql, sql, "error", "")));
    assertThat(rows).hasSize(11).endsWith("|9|line 9|", "|⋯|", "|100|line 100|");
  }

  @Test
  void ofALongLineThePartWithThePlaceIsShown() {
    String sql = "x".repeat(5_000) + "HERE" + "y".repeat(5_000);
    String frame = frame(sql, mark(sql, "HERE", "error", ""));
    assertThat(frame).contains("<i>…</i>x").contains("<mark class=\"error\">HERE</mark>y");
    assertThat(frame.length()).isLessThan(1_000);
  }

  @Test
  void anEllipsisStandsOnlyWhereSomethingIsCut() {
    String sql = "HERE" + "y".repeat(5_000);
    assertThat(frame(sql, mark(sql, "HERE", "error", "")))
        .contains("<span><mark class=\"error\">HERE</mark>y")
        .contains("y<i>…</i></span>");
    String whole = "HERE" + "y".repeat(596);
    assertThat(frame(whole, mark(whole, "HERE", "error", ""))).doesNotContain("…");
  }

  @Test
  void nothingFromTheFileIsMarkup() {
    String sql = "<script>&\"'\u001b[31m\u202e\u0000</script>\n";
    String frame = frame(sql, mark(sql, "<script>", "error", ""));
    assertThat(frame)
        .contains("<mark class=\"error\">&lt;script&gt;</mark>&amp;&quot;&#39;\\u001b[31m\\u202e"
            + "\\u0000&lt;/script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void anEmptyPlaceAtTheEndOfAFileIsShown() {
    assertThat(rows(frame("SELECT 1", new HtmlFrame.Mark(new Span(8, 8), "error", ""))))
        .containsExactly("|1|SELECT 1|");
  }
}
