package dev.redshank.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.report.LintDigest.Item;
import dev.redshank.core.report.LintDigest.Lock;
import dev.redshank.core.report.LintDigest.Remark;
import dev.redshank.core.report.LintDigest.Spot;
import dev.redshank.core.report.LintDigest.Table;
import dev.redshank.core.rule.RuleInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a comment says of a run, and that it keeps to its limit. */
final class LintMarkdownTest {
  private static final String BASE = "https://example.com/o/r/blob/0123/";
  private static final MarkdownOptions COMMENT =
      new MarkdownOptions("<!-- redshank -->", "", 65_536, new SourceLinks(BASE, "shop/"), "");

  private static Item item(Severity severity, String path, String message) {
    return new Item(
        "table-renamed",
        FailureMode.RENAME_IN_ROLLING_DEPLOY,
        severity,
        new Spot(path, 3),
        message,
        List.of(),
        List.of(),
        List.of("SELECT 1;"),
        List.of());
  }

  private static LintDigest digest(List<Item> findings) {
    return new LintDigest(
        "1.2",
        "17",
        new LintDigest.Counts(4, 9, 2, 0),
        findings,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static String text(LintDigest digest, MarkdownOptions options) {
    RuleInfo rule = new RuleInfo(
        new RuleId("table-renamed"),
        FailureMode.RENAME_IN_ROLLING_DEPLOY,
        Severity.ERROR,
        "Table renamed");
    return LintMarkdown.text(digest, List.of(rule), options);
  }

  @Test
  void saysThatNothingWasFound() {
    assertThat(text(digest(List.of()), COMMENT)).isEqualTo("""
        <!-- redshank -->
        ## 🟢 Redshank: no findings

        4 migrations, 9 statements, 2 migrations under review; PostgreSQL 17.

        <sub>Redshank 1.2</sub>
        """);
  }

  @Test
  void showsErrorsAndFoldsTheRest() {
    String text = text(
        digest(List.of(
            item(Severity.NOTE, "a.sql", "first"),
            item(Severity.ERROR, "b.sql", "second"),
            item(Severity.WARNING, "c.sql", "third"))),
        COMMENT);
    assertThat(text)
        .contains("## 🔴 Redshank: 1 error, 1 warning, 1 note\n")
        .contains("| 🔴 | Rename in a rolling deploy | 1 error, 1 warning, 1 note |\n")
        .contains("| 🟢 | Hidden rewrite | clear |\n")
        .contains("#### 🔴 Table renamed\n\nerror `table-renamed` at [`b.sql:3`](" + BASE
            + "shop/b.sql#L3)\n")
        .contains("```sql\nSELECT 1;\n```\n");
    assertThat(text.indexOf("second"))
        .isBetween(text.indexOf("### Errors"), text.indexOf("<details>"));
    assertThat(text.indexOf("third"))
        .isBetween(text.indexOf("<summary>1 warning, 1 note</summary>"), text.indexOf("first"));
  }

  @Test
  void saysWhenFindingsMayBeMissing() {
    LintDigest clean = digest(List.of());
    LintDigest broken = new LintDigest(
        clean.version(),
        clean.postgres(),
        clean.counts(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Remark(new Spot("V1.sql", 0), "cannot be read")),
        List.of());
    assertThat(clean.isClean()).isTrue();
    assertThat(broken.isClean()).isFalse();
    assertThat(text(broken, COMMENT))
        .contains("🔴 Redshank: no findings")
        .contains("findings may be missing:**\n\n- [`V1.sql`]")
        .contains("cannot be read");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30_000, 65_536, 1_000_000})
  void neverGrowsBeyondItsLimit(int limit) {
    List<Item> findings = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Severity severity = i % 10 == 9 ? Severity.ERROR : Severity.NOTE;
      findings.add(item(severity, "é@|".repeat(50) + i, "@ä ".repeat(2_000)));
      tables.add(new Table(
          new Lock("t" + i, dev.redshank.core.postgres.LockMode.SHARE), new Spot("a.sql", i)));
      remarks.add(new Remark(new Spot("a.sql", i), "not understood"));
    }
    LintDigest digest = new LintDigest(
        "1",
        "17",
        new LintDigest.Counts(10_000, 1, 1, 1),
        findings,
        List.of(),
        remarks,
        remarks,
        tables);
    MarkdownOptions options =
        new MarkdownOptions("<!-- redshank -->", "p", limit, COMMENT.links(), "");
    String text = text(digest, options);
    assertThat(Markdown.size(text)).isBetween(options.limit() / 3, options.limit());
    assertThat(text)
        .contains(" findings are left out here")
        .contains(" more\n")
        .endsWith("</sub>\n");
    assertThat(text.split("<details>", -1)).hasSameSizeAs(text.split("</details>", -1));
  }

  @Test
  void countsWhatThereIsNoRoomFor() {
    List<Item> findings =
        new ArrayList<>(Collections.nCopies(5_000, item(Severity.WARNING, "a.sql", "mild")));
    findings.addAll(Collections.nCopies(3, item(Severity.ERROR, "z.sql", "grave")));
    String text = text(digest(findings), COMMENT);
    int shown = text.split("#### 🟡", -1).length - 1;
    assertThat(text.split("#### 🔴", -1)).hasSize(4);
    assertThat(shown).isGreaterThan(50);
    assertThat(text)
        .contains("**%d findings are left out here, as there is no room for more: %d warnings.**"
            .formatted(5_000 - shown, 5_000 - shown));
  }

  @ParameterizedTest
  @CsvSource({
    "../../../x.sql, ''",
    "/etc/x.sql, ''",
    "a//x.sql, ''",
    "./x.sql, ''",
    "a b(1)é.sql, https://example.com/a%20b%281%29%C3%A9.sql#L7",
    "a%2e%2e/x.sql, https://example.com/a%252e%252e/x.sql#L7",
    "a?b#c]|.sql, https://example.com/a%3Fb%23c%5D%7C.sql#L7",
  })
  void linksToNothingOutsideOfTheRepository(String path, String link) {
    assertThat(new SourceLinks("https://example.com/", "").to(path, 7).orElse(""))
        .isEqualTo(link);
  }

  @Test
  void linksToThePageOfARuleThatIsKnown() {
    MarkdownOptions options = new MarkdownOptions(
        "", "", 65_536, SourceLinks.NONE, "https://docs.example.com/{rule}.html");
    LintDigest digest = digest(List.of(item(Severity.ERROR, "a.sql", "words")));
    assertThat(text(digest, options))
        .contains(
            "**More:** [`redshank rules table-renamed`](https://docs.example.com/table-renamed.html)\n");
    assertThat(LintMarkdown.text(digest, List.of(), options)).doesNotContain("docs.example.com");
  }
}
