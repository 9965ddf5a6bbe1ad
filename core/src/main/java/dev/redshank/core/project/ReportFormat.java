package dev.redshank.core.project;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.lint.Explanation;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.report.LintCheckstyle;
import dev.redshank.core.report.LintConcise;
import dev.redshank.core.report.LintGithub;
import dev.redshank.core.report.LintGitlab;
import dev.redshank.core.report.LintJson;
import dev.redshank.core.report.LintJunit;
import dev.redshank.core.report.LintMarkdown;
import dev.redshank.core.report.LintRdjson;
import dev.redshank.core.report.LintText;
import dev.redshank.core.report.TextOptions;
import dev.redshank.core.report.html.LintHtml;
import dev.redshank.core.report.sarif.LintSarif;
import dev.redshank.core.rule.RuleSet;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * How findings may be written; a format is a constant and a line in {@link #write}.
 *
 * <pre>{@code
 * ReportFormat.SARIF.write(report, out);
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public enum ReportFormat {
  TEXT,
  JSON,
  CONCISE,
  GITHUB,
  GITLAB,
  JUNIT,
  CHECKSTYLE,
  RDJSON,
  MARKDOWN,
  SARIF,
  HTML;

  /**
   * What is written.
   *
   * @param text how text looks where it goes
   * @param inActions whether GitHub is who reads it: it makes an open alert of every result in SARIF,
   *     accepted or not
   * @param explanation what the statements do, for who shows it beside the findings
   * @param version of Redshank
   * @param pages the page of each rule, in Markdown
   */
  public record Report(
      LintResult result,
      RuleSet rules,
      TextOptions text,
      boolean inActions,
      Supplier<Explanation> explanation,
      String version,
      Function<RuleId, String> pages) {
    /** The same findings as text of another look. */
    public Report as(TextOptions other) {
      return new Report(result, rules, other, inActions, explanation, version, pages);
    }
  }

  /** As command lines and build files write it. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What build tools call a file of this format. */
  public String fileName() {
    return switch (this) {
      case TEXT, CONCISE, GITHUB -> "redshank-" + words() + ".txt";
      case JSON, HTML, SARIF -> "redshank." + words();
      case GITLAB, RDJSON -> "redshank-" + words() + ".json";
      case JUNIT, CHECKSTYLE -> "redshank-" + words() + ".xml";
      case MARKDOWN -> "redshank.md";
    };
  }

  /** Every format, as they write it. */
  public static List<String> allWords() {
    return Stream.of(values()).map(ReportFormat::words).toList();
  }

  /** The format of this name, whatever its case. */
  public static Optional<ReportFormat> named(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(format -> format.words().equals(lower)).findFirst();
  }

  /** A switch, as it loads the class of a format, and what that needs, no sooner than it is asked for. */
  public void write(Report report, Writer out) throws IOException {
    LintResult result = report.result();
    switch (this) {
      case TEXT -> LintText.write(result, report.text(), out);
      case JSON -> LintJson.write(result, report.rules(), report.version(), out);
      case CONCISE -> LintConcise.write(result, out);
      case GITHUB -> LintGithub.write(result, out);
      case GITLAB -> LintGitlab.write(result, out);
      case JUNIT -> LintJunit.write(result, out);
      case CHECKSTYLE -> LintCheckstyle.write(result, out);
      case RDJSON -> LintRdjson.write(result, out);
      case MARKDOWN -> LintMarkdown.write(result, report.rules(), report.version(), out);
      case SARIF -> writeSarif(report, out);
      case HTML -> LintHtml.write(result, report.explanation().get(), report.version(), out);
    }
  }

  private static void writeSarif(Report report, Writer out) throws IOException {
    if (report.inActions()) {
      LintSarif.writeOpen(report.result(), report.rules(), report.version(), report.pages(), out);
    } else {
      LintSarif.write(report.result(), report.rules(), report.version(), report.pages(), out);
    }
  }
}
