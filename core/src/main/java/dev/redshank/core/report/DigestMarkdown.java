package dev.redshank.core.report;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.report.LintDigest.Item;
import dev.redshank.core.report.LintDigest.Remark;
import dev.redshank.core.report.LintDigest.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole run in Markdown: the verdict, a table of findings, errors in full, everything else folded. It is never longer
 * than its limit: what there is no room for is counted, the mildest first.
 */
final class DigestMarkdown {
  /** For what is written around findings: folds and the sentence about what is left out. */
  private static final int ROOM_FOR_FRAME = 1_500;

  private final LintDigest digest;
  private final FindingMarkdown findings;
  private final MarkdownOptions options;

  DigestMarkdown(LintDigest digest, FindingMarkdown findings, MarkdownOptions options) {
    this.digest = digest;
    this.findings = findings;
    this.options = options;
  }

  String text() {
    String head = head();
    String tail = broken() + tables() + notRead() + foot();
    int room = options.limit() - Markdown.size(head) - Markdown.size(tail) - ROOM_FOR_FRAME;
    return head + found(room) + tail;
  }

  private String head() {
    String marker = options.marker().isEmpty() ? "" : options.marker() + "\n";
    String project = options.project().isEmpty() ? "" : " on " + Markdown.code(options.project());
    String verdict = digest.findings().isEmpty() ? "no findings" : counted(digest.findings());
    String sign = "🟢";
    if (!digest.findings().isEmpty()) {
      sign = FindingMarkdown.lamp(worstFirst().get(0).severity());
    } else if (!digest.broken().isEmpty()) {
      sign = "🔴";
    }
    return "%s## %s Redshank%s: %s\n\n%s\n\n%s"
        .formatted(marker, sign, project, verdict, read(), digest.isClean() ? "" : lamps());
  }

  private String read() {
    LintDigest.Counts counts = digest.counts();
    StringBuilder out = new StringBuilder();
    out.append(Count.of(counts.files(), "migration")).append(", ");
    out.append(Count.of(counts.statements(), "statement"));
    if (counts.reviewed() < counts.files()) {
      out.append(", ").append(Count.of(counts.reviewed(), "migration")).append(" under review");
    }
    out.append("; PostgreSQL ").append(Markdown.text(digest.postgres()));
    append(out, digest.suppressed().size(), "finding", " suppressed");
    append(out, counts.known(), "finding", " in the baseline");
    append(out, digest.notRead().size(), "part", " not read");
    return out.append('.').toString();
  }

  private static void append(StringBuilder out, int count, String noun, String rest) {
    if (count > 0) {
      out.append("; ").append(Count.of(count, noun)).append(rest);
    }
  }

  private String lamps() {
    Lamps lamps = Lamps.of(digest);
    StringBuilder out = new StringBuilder("| | failure mode | found |\n|---|---|---|\n");
    for (FailureMode mode : FailureMode.values()) {
      if (mode.isSafety() || lamps.isLit(mode)) {
        String words = lamps.words(mode);
        String accepted = words.isEmpty() ? "🟢" : "⚪";
        String lamp = lamps.isLit(mode) ? FindingMarkdown.lamp(lamps.worst(mode)) : accepted;
        out.append(
            "| %s | %s | %s |\n".formatted(lamp, mode.title(), words.isEmpty() ? "clear" : words));
      }
    }
    return out.append('\n').toString();
  }

  private List<Item> worstFirst() {
    return digest.findings().stream()
        .sorted(Comparator.comparing(Item::severity).reversed().thenComparing(Item::mode))
        .toList();
  }

  private String found(int room) {
    List<Item> all = worstFirst();
    if (all.isEmpty()) {
      return "";
    }
    StringBuilder rows = new StringBuilder("| severity | failure mode | rule | where |\n");
    rows.append("|---|---|---|---|\n");
    StringBuilder errors = new StringBuilder();
    StringBuilder milder = new StringBuilder();
    List<Item> folded = new ArrayList<>();
    int used = 0;
    int shown = 0;
    for (Item finding : all) {
      String row = findings.row(finding);
      String whole = findings.whole(finding);
      used += Markdown.size(row) + Markdown.size(whole);
      if (used > room) {
        break;
      }
      shown++;
      rows.append(row);
      boolean error = finding.severity() == Severity.ERROR;
      (error ? errors : milder).append(whole);
      if (!error) {
        folded.add(finding);
      }
    }
    return rows.append('\n')
        + leftOut(all.subList(shown, all.size()))
        + (errors.isEmpty() ? "" : "### Errors\n\n" + errors)
        + fold(counted(folded), milder.toString());
  }

  private static String leftOut(List<Item> left) {
    if (left.isEmpty()) {
      return "";
    }
    return "**%s left out here, as there is no room for more: %s.** The report of the run has all of them.\n\n"
        .formatted(
            left.size() == 1 ? "1 finding is" : left.size() + " findings are", counted(left));
  }

  private static String counted(List<Item> findings) {
    Map<Severity, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    findings.forEach(found -> counts.merge(found.severity(), 1, Integer::sum));
    List<String> words = new ArrayList<>();
    counts.forEach((severity, count) -> words.add(Count.of(count, severity.words())));
    return String.join(", ", words);
  }

  /** Blank lines on both sides, or what is inside is no Markdown. */
  private static String fold(String title, String content) {
    return content.isEmpty()
        ? ""
        : "<details>\n<summary>%s</summary>\n\n%s\n</details>\n\n"
            .formatted(title, content.stripTrailing() + "\n");
  }

  private String broken() {
    return digest.broken().isEmpty()
        ? ""
        : "**Something has to be mended first, so findings may be missing:**\n\n"
            + remarks(digest.broken())
            + "\n";
  }

  private String notRead() {
    String title = Count.of(digest.notRead().size(), "part") + " not read";
    return fold(title, remarks(digest.notRead()));
  }

  private String remarks(List<Remark> remarks) {
    List<String> lines = new ArrayList<>();
    for (Remark remark : remarks) {
      lines.add(
          "- " + findings.place(remark.place()) + ": " + Markdown.text(remark.words()) + "\n");
    }
    return fitting(lines, "- … and %d more\n");
  }

  private String tables() {
    List<String> rows = new ArrayList<>();
    for (Table table : digest.tables()) {
      rows.add("| %s | %s | %s |\n"
          .formatted(
              table.lock().mode().words(),
              Markdown.code(table.lock().relation()),
              findings.shortPlace(table.place())));
    }
    String content = fitting(rows, "| … | and %d more | |\n");
    return content.isEmpty()
        ? ""
        : fold(
            "Tables in use that are locked, in order",
            "| lock | table | where |\n|---|---|---|\n" + content);
  }

  /** As many as an eighth of the whole has room for. */
  private String fitting(List<String> lines, String rest) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (int i = 0; i < lines.size(); i++) {
      used += Markdown.size(lines.get(i));
      if (used > options.limit() / 8) {
        return out.append(rest.formatted(lines.size() - i)).toString();
      }
      out.append(lines.get(i));
    }
    return out.toString();
  }

  private String foot() {
    String accept = digest.findings().isEmpty()
        ? ""
        : " · to accept a finding, write above its statement: `-- redshank:allow RULE reason=\"…\"`";
    return "<sub>Redshank " + Markdown.text(digest.version()) + accept + "</sub>\n";
  }
}
