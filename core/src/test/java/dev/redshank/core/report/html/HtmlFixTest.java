package dev.redshank.core.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.Edit;
import dev.redshank.core.finding.Fix;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HtmlFixTest {
  private static final String SQL = "BEGIN;\nCREATE INDEX i ON a (b);\nCOMMIT;\n";

  private static String fix(boolean safe, Edit... edits) {
    return HtmlFix.of(
        new Fix("Build it <slowly>", safe, List.of(edits)), SourceText.of("a.sql", SQL));
  }

  @Test
  void showsTheLineThatGoesAndTheOneThatComes() {
    int at = SQL.indexOf(" i ON");
    assertThat(fix(true, new Edit(new Span(at, at), " CONCURRENTLY")))
        .contains("<p>Build it &lt;slowly&gt;.</p>")
        .contains("<del>- CREATE INDEX i ON a (b);\n</del><ins>+ CREATE INDEX CONCURRENTLY i ON a"
            + " (b);\n</ins>");
  }

  @Test
  void severalEditsAreOnePicture() {
    int index = SQL.indexOf(" i ON");
    String fix = fix(
        true,
        new Edit(new Span(index, index), " CONCURRENTLY"),
        new Edit(new Span(0, 6), "-- no transaction"));
    assertThat(fix)
        .contains("<del>- BEGIN;\n</del><del>- CREATE INDEX i ON a (b);\n</del>")
        .contains("<ins>+ -- no transaction\n</ins><ins>+ CREATE INDEX CONCURRENTLY i");
  }

  @Test
  void whatIsAddedBelowALineLeavesTheLine() {
    int end = SQL.indexOf("\nCOMMIT");
    assertThat(fix(true, new Edit(new Span(end, end), "\nANALYZE a;")))
        .contains("<pre class=\"diff\"><ins>+ ANALYZE a;\n</ins></pre>");
  }

  @Test
  void aFixThatMayChangeTheMeaningSaysSo() {
    assertThat(fix(false)).contains("Build it &lt;slowly&gt; (look at what it changes)");
  }

  @Test
  void nothingOfAnEditIsMarkup() {
    assertThat(fix(true, new Edit(new Span(0, 6), "</pre><script>\u001b")))
        .contains("+ &lt;/pre&gt;&lt;script&gt;\\u001b")
        .doesNotContain("<script");
  }
}
