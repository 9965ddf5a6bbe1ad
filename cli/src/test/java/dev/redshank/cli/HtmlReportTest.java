package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.report.html.LintHtml;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the page of a run. */
final class HtmlReportTest {
  @TempDir
  Path folder;

  private static String page(SampleProject project) throws IOException {
    StringWriter out = new StringWriter();
    LintHtml.write(project.lint(), project.explain(), "0.1.0", out);
    return out.toString();
  }

  private String page(String sql) throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), sql);
    return page(SampleProject.in(folder));
  }

  @Test
  void showsLampsFindingsInTheirCodeAndLocks() throws IOException {
    assertThat(page("CREATE INDEX i ON orders (at);\n"))
        .contains("<h1>1 error</h1>")
        .contains("<li><a href=\"#f1\"><span class=\"lamp error\"></span><span class=\"words\">"
            + "<b>Lock-queue freeze</b><small>1 error</small>")
        .contains("<span class=\"lamp clear\"></span><span class=\"words\"><b>Hidden rewrite</b>"
            + "<small>clear</small>")
        .contains("<article class=\"finding error\"")
        .contains("<mark class=\"error\">orders</mark>")
        .contains("<span class=\"lock writes\">SHARE</span> orders <small>writes wait</small>")
        .contains("scans orders<br>builds i");
  }

  @Test
  void saysSoWhereNothingIsDangerous() throws IOException {
    assertThat(page("CREATE TABLE orders (id bigint);\n"))
        .contains("<h1>Nothing dangerous found</h1>")
        .doesNotContain("<article");
  }

  @Test
  void foldsAwayWhatIsSuppressedAndWhatIsNotRead() throws IOException {
    assertThat(page("-- redshank:allow column-dropped reason=\"nobody reads it\"\n"
            + "ALTER TABLE orders DROP COLUMN x;\nGIBBERISH;\n"))
        .contains("<a href=\"#suppressed\">1 suppressed</a>")
        .contains("<summary>1 finding suppressed</summary>")
        .contains("nobody reads it; by comment")
        .contains("<summary>1 part not read</summary>")
        .contains("<mark class=\"warning\">GIBBERISH</mark>");
  }

  @Test
  void locksOfMigrationsWithoutFindingsAreFoldedAway() throws IOException {
    assertThat(page("SET lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN x int;\n"))
        .contains("<summary>What is locked by 1 migration without findings</summary>")
        .contains("ACCESS EXCLUSIVE</span> orders");
  }

  @Test
  void nothingFromFilesIsObeyed() throws IOException {
    String page = page(SampleProject.hostile(folder));
    assertThat(page)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<b>bold")
        .doesNotContain("\u001b")
        .doesNotContain("\u0000")
        .doesNotContain("\u202e")
        .contains("default-src 'none'")
        .contains("it&#39;s &quot;&lt;b&gt;bold");
  }

  @Test
  void sameInputGivesTheSameBytes() throws IOException {
    assertThat(page(SampleProject.of("flyway-shop")))
        .isEqualTo(page(SampleProject.of("flyway-shop")));
  }
}
