package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.report.LintMarkdown;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comment on hostile migrations, as a browser would get it. */
final class CommentMarkupTest {
  private static final String EVIL = "@everyone #1 <img src=x onerror=y> [a](https://evil.example)"
      + " `x` | ![i](https://evil.example/i.png) www.evil.example \u202e \u0007 </details> -->"
      + " \n/close\n```\n<script>";

  @TempDir
  Path folder;

  private String comment() throws IOException {
    String name = "\"" + EVIL.replace("\"", "") + "\"";
    Path file = folder.resolve("V1__@everyone [x](https:evil) `|` <b> #1.sql");
    Files.writeString(
        file,
        "CREATE INDEX i ON %s (at);\nALTER TABLE %s RENAME COLUMN %s TO b;\nUPDATE %s SET x = 1;\n"
                .formatted(name, name, name, name)
            + "ALTER TABLE a ADD COLUMN t text DEFAULT '%s' || random();\nGIBBERISH %s;\n"
                .formatted(EVIL, name));
    String report = Run.in(folder, "lint", "--format", "json", file.toString()).out();
    assertThat(report).contains("@everyone");
    Run run = Run.withInput(folder, report, "comment", "--github", "--dry-run", "--from", "-");
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  private static List<Node> inside(Node node) {
    List<Node> all = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      all.add(child);
      all.addAll(inside(child));
    }
    return all;
  }

  @Test
  void hostileNamesBecomeNoMarkup() throws IOException {
    String markdown = comment();
    List<Node> nodes = inside(Parser.builder()
        .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
        .build()
        .parse(markdown));
    assertThat(nodes).noneMatch(node -> node instanceof Link || node instanceof Image);
    List<String> html = nodes.stream()
        .map(node -> node instanceof HtmlBlock block
            ? block.getLiteral()
            : node instanceof HtmlInline inline ? inline.getLiteral() : "")
        .filter(text -> !text.isEmpty())
        .map(text -> text.replaceAll("\\d+ \\w+", "N"))
        .distinct()
        .toList();
    assertThat(html)
        .containsOnly(
            "<!-- redshank -->",
            "<details>\n<summary>N</summary>",
            "<details>\n<summary>Tables in use that are locked, in order</summary>",
            "<details>\n<summary>N not read</summary>",
            "</details>",
            "<sub>",
            "</sub>");
    List<String> texts = nodes.stream()
        .map(node -> node instanceof Text text ? text.getLiteral() : "")
        .toList();
    assertThat(String.join("", texts))
        .contains("everyone")
        .doesNotContainPattern("@\\w|#\\w|://|www\\.");
    assertThat(nodes.stream().filter(FencedCodeBlock.class::isInstance)).isNotEmpty();
    assertThat(nodes.stream().filter(Code.class::isInstance)).isNotEmpty();
    assertThat(markdown.lines()).noneMatch(line -> line.matches("/\\w.*"));
    assertThat(markdown).doesNotContain("\u202e", "\u0007");
  }

  @Test
  void aRunAndItsJsonTellTheSame() throws IOException {
    Files.writeString(
        folder.resolve("V1__a.sql"), "CREATE INDEX i ON orders (at);\nGIBBERISH;\nTRUNCATE a;\n");
    RuleSet rules = RuleSet.of(RedshankRules.all());
    LintResult result = new Linter(rules, LintSettings.DEFAULT)
        .lint(MigrationFinder.find(List.of("."), folder), MigrationReader::read);
    StringWriter summary = new StringWriter();
    LintMarkdown.write(result, rules, Version.OF_REDSHANK, summary);
    String report = Run.in(folder, "lint", "--format", "json", ".").out();
    String comment = Run.withInput(
            folder, report, "comment", "--github", "--dry-run", "--from", "-")
        .out();
    assertThat(comment).isEqualTo("<!-- redshank -->\n" + summary);
  }
}
