package dev.redshank.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from SQL stays text, read by a parser of Markdown as GitHub has one. */
final class MarkdownTest {
  private static final Parser PARSER = Parser.builder()
      .extensions(List.of(
          TablesExtension.create(),
          AutolinkExtension.builder()
              .linkTypes(AutolinkType.URL, AutolinkType.WWW)
              .build(),
          StrikethroughExtension.create()))
      .build();

  /**
   * What GitHub and GitLab look for in the text that Markdown has become. Addresses of mail are among it: the parser of
   * this test takes letters in them that those two do not.
   */
  private static final Pattern REFERENCE = Pattern.compile(
      "@\\w|#\\w|!\\w|~\\w|%\\w|\\$\\w|&\\w|\\^\\w|GH-\\d|\\w://|www\\.\\w|mailto:\\w|:\\w+:",
      Pattern.CASE_INSENSITIVE);

  private static List<Node> inside(Node node) {
    List<Node> all = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      all.add(child);
      all.addAll(inside(child));
    }
    return all;
  }

  private static String shown(List<Node> nodes) {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      if (node instanceof Text words) {
        text.append(words.getLiteral());
      } else if (node instanceof Code code) {
        text.append(code.getLiteral());
      }
    }
    return text.toString();
  }

  private static String seen(String text) {
    return text.replace("\u200B", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- x --> </details>",
        "[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>",
        "https://evil.example www.evil.example ftp://evil.example mailto:a@evil.example",
        "a@evil.example",
        "@everyone @org/team and x@y",
        "#123 owner/name#123 GH-123 gh-7 !123 ~bug %7 &4 $12 ^alert#3 :tada: ~\"a b\"",
        "*bold* _it_ __init__ ~~gone~~ `code` ``co`de`` ![",
        "a | b \\| c \\\\| d",
        "x\\",
        "$\\href{https://evil.example}{x}$ $`x`$",
        "[^1]: note [^1] [ref]: https://evil.example",
        "&lt;b&gt; &#64;all &copy;",
        "line one\nline two\r\n# heading\n\n> quote\n- item\n```\n/close\n",
        "\u0000 \u001b[31m red \u202e txet \u2028",
        "snake_case_name _ _leading trailing_ \u00e4_\u00f6",
        "\uD83D\uDE00 \uD83D lone",
      })
  void textStaysText(String hostile) {
    Node paragraph = PARSER.parse("x " + Markdown.text(hostile)).getFirstChild();
    assertThat(paragraph).isInstanceOf(Paragraph.class);
    assertThat(paragraph.getNext()).isNull();
    List<Node> nodes = inside(paragraph);
    assertThat(nodes).hasOnlyElementsOfType(Text.class);
    assertThat(seen(shown(nodes))).isEqualTo("x " + Printable.oneLine(hostile));
    assertThat(shown(nodes)).doesNotContainPattern(REFERENCE);
  }

  @Test
  void anyMixtureOfSignsStaysTextInATable() {
    String[] pieces = {
      "@", "#", "1", "a", "_", "*", "`", "``", "|", "\\", "<", ">", "&", "[", "]", "(", ")", "!",
      "~", "~~", "$", ":", "//", "http", "www", ".", "-", "gh", " ", "\n", "\t", "%", "^", "=", "+",
      "{", "}", "\"", "'", "amp;", "\u00e9", "\u0007",
    };
    Random random = new Random(20261120);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder hostile = new StringBuilder();
      for (int length = 1 + random.nextInt(12); length > 0; length--) {
        hostile.append(pieces[random.nextInt(pieces.length)]);
      }
      String row = "| x " + Markdown.text(hostile.toString()) + " | "
          + Markdown.code(hostile.toString()) + " | end |\n";
      List<Node> cells = inside(PARSER.parse("| a | b | c |\n|---|---|---|\n" + row)).stream()
          .filter(node -> node instanceof TableCell cell && !cell.isHeader())
          .toList();
      assertThat(cells).as(row).hasSize(3);
      assertThat(inside(cells.get(0))).as(row).hasOnlyElementsOfType(Text.class);
      assertThat(inside(cells.get(1)))
          .as(row)
          .allMatch(n -> n instanceof Text || n instanceof Code);
      String expected = Printable.oneLine(hostile.toString());
      assertThat(seen(shown(inside(cells.get(0)))).strip())
          .as(row)
          .isEqualTo(("x " + expected).strip());
      assertThat(seen(shown(inside(cells.get(1)))).strip()).as(row).isEqualTo(expected.strip());
      assertThat(shown(inside(cells.get(0)))).as(row).doesNotContainPattern(REFERENCE);
    }
  }

  @Test
  void leavesPlainNamesAsTheyAre() {
    assertThat(Markdown.text("No lock_timeout is set: ALTER TABLE waits for orders (40P01)."))
        .isEqualTo("No lock_timeout is set: ALTER TABLE waits for orders (40P01).");
    assertThat(Markdown.code("billing.payments")).isEqualTo("`billing.payments`");
  }

  @Test
  void nothingInSqlEndsItsBlock() {
    List<String> sql =
        List.of("SELECT 1;", "````", "```\n</details>", "~~~", "@everyone #1 https://evil.example");
    String markdown = "<details>\n\n" + Markdown.block(sql) + "\n</details>\n";
    Node html = PARSER.parse(markdown).getFirstChild();
    assertThat(html.getNext()).isInstanceOfSatisfying(FencedCodeBlock.class, block -> {
      assertThat(block.getInfo()).isEqualTo("sql");
      assertThat(block.getLiteral().lines())
          .containsExactly(
              "SELECT 1;",
              "````",
              "```\\u000a</details>",
              "~~~",
              "@everyone #1 https://evil.example");
    });
    assertThat(html.getNext().getNext().getNext()).isNull();
  }

  @Test
  void noLineOfSqlIsACommandToGitLab() {
    assertThat(Markdown.block(List.of("/merge", "/* words */")))
        .isEqualTo("```sql\n /merge\n/* words */\n```\n");
  }

  @Test
  void cutsLongTextsBetweenCharacters() {
    assertThat(Markdown.text("\uD83D\uDE00".repeat(5_000))).hasSize(2_001).endsWith("\uDE00…");
    assertThat(Markdown.text("x" + "\uD83D\uDE00".repeat(5_000)))
        .hasSize(2_000)
        .endsWith("\uDE00…");
    assertThat(Markdown.block(java.util.Collections.nCopies(100, "SELECT 1;")))
        .contains("-- … 40 more lines\n");
  }
}
