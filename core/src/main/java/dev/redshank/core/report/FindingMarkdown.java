package dev.redshank.core.report;

import dev.redshank.core.finding.Severity;
import dev.redshank.core.report.LintDigest.Item;
import dev.redshank.core.report.LintDigest.Lock;
import dev.redshank.core.report.LintDigest.Remark;
import dev.redshank.core.report.LintDigest.Spot;
import java.util.Map;
import java.util.Optional;

/** One finding in Markdown: as a row of a table, and with everything that there is to say. */
final class FindingMarkdown {
  private final Map<String, String> titles;
  private final MarkdownOptions options;

  /**
   * @param titles of rules, by name
   */
  FindingMarkdown(Map<String, String> titles, MarkdownOptions options) {
    this.titles = titles;
    this.options = options;
  }

  /** The row of a table with the columns severity, failure mode, rule and place. */
  String row(Item finding) {
    return "| %s %s | %s | %s | %s |\n"
        .formatted(
            lamp(finding.severity()),
            finding.severity().words(),
            finding.mode().title(),
            Markdown.code(finding.rule()),
            shortPlace(finding.place()));
  }

  /** A heading, the consequence, what it rests on, and the safe version. */
  String whole(Item finding) {
    StringBuilder out = new StringBuilder();
    String title = titles.getOrDefault(finding.rule(), "");
    out.append("#### ").append(lamp(finding.severity())).append(' ');
    out.append(Markdown.text(title.isEmpty() ? finding.rule() : title)).append("\n\n");
    out.append(finding.severity().words()).append(' ').append(Markdown.code(finding.rule()));
    out.append(" at ").append(place(finding.place())).append("\n\n");
    out.append("**").append(finding.mode().title()).append(":** ");
    out.append(Markdown.text(finding.message())).append("\n\n");
    for (Lock lock : finding.locks()) {
      item(out, "Lock", words(lock));
    }
    for (Remark related : finding.related()) {
      item(out, "See", Markdown.text(related.words()) + " (" + place(related.place()) + ")");
    }
    for (String reason : finding.uncertain()) {
      if (!finding.message().contains(reason)) {
        item(out, "Not certain", Markdown.text(reason));
      }
    }
    item(out, "More", page(finding.rule()));
    out.append('\n');
    if (!finding.recipe().isEmpty()) {
      out.append("Instead:\n\n").append(Markdown.block(finding.recipe())).append('\n');
    }
    return out.toString();
  }

  private static void item(StringBuilder out, String label, String text) {
    out.append("- **").append(label).append(":** ").append(text).append('\n');
  }

  static String words(Lock lock) {
    return lock.mode().words()
        + " on "
        + Markdown.code(lock.relation())
        + ": "
        + LockWords.waits(lock.mode());
  }

  private String page(String rule) {
    String command = Markdown.code("redshank rules " + rule);
    boolean known = titles.containsKey(rule) && !options.page().isEmpty();
    return known ? "[%s](%s)".formatted(command, options.page().replace("{rule}", rule)) : command;
  }

  /** Path and line, as a link where there is something to link to. */
  String place(Spot place) {
    return place(place, place.path());
  }

  /** The same with the name of the file alone. */
  String shortPlace(Spot place) {
    return place(place, place.path().substring(place.path().lastIndexOf('/') + 1));
  }

  private String place(Spot place, String name) {
    String code = Markdown.code(place.line() > 0 ? name + ":" + place.line() : name);
    Optional<String> link = options.links().to(place.path(), Math.max(1, place.line()));
    return link.map(to -> "[%s](%s)".formatted(code, to)).orElse(code);
  }

  static String lamp(Severity severity) {
    return switch (severity) {
      case ERROR -> "🔴";
      case WARNING -> "🟡";
      case NOTE -> "🔵";
    };
  }
}
