package dev.redshank.sandbox.replay.report;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.report.html.Html;
import dev.redshank.sandbox.replay.report.StatementWords.Repeated;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.Figure;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One act as a card: statements, what the linter said, who did what when, plots, facts.
 *
 * @param kind {@code danger}, {@code remedy} or {@code further}
 */
record HtmlAct(ActResult act, String kind, List<Finding> findings, PlotRange range) {
  HtmlAct {
    findings = List.copyOf(findings);
  }

  void write(Writer out) throws IOException {
    boolean played = !act.statements().isEmpty() || !act.checks().isEmpty();
    out.write("<article class=\"act " + kind + "\">\n<header><h3>" + Html.text(heading())
        + "</h3><span>" + (played ? Quantity.millis(act.millis()) : "not played")
        + "</span></header>\n");
    statements(out);
    linter(out);
    Timeline timeline = Timeline.of(act);
    if (!timeline.lanes().isEmpty()) {
      out.write("<h4>Who did what when</h4>\n");
      new HtmlTimeline(timeline).write(out);
    }
    HtmlPlot.latency(act, timeline, range).write(out);
    HtmlPlot.wal(act, timeline, range).write(out);
    figures(out);
    checks(out);
    out.write("</article>\n");
  }

  private String heading() {
    return kind.equals("further") ? "Also: " + act.title() : capital(act.title());
  }

  private static String capital(String title) {
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }

  private void statements(Writer out) throws IOException {
    if (act.statements().isEmpty()) {
      return;
    }
    out.write("<h4>Statements</h4>\n<ol class=\"statements\">\n");
    for (Repeated statement : StatementWords.repeated(act.statements())) {
      boolean migration = statement.last().measured().isPresent();
      boolean failed = statement.last().sqlState().isPresent();
      out.write("<li class=\"" + (migration ? "migration" : "other") + (failed ? " failed" : "")
          + "\"><div class=\"who\"><span>"
          + Html.text(statement.last().session() + statement.words())
          + "</span><span>" + Quantity.millis(statement.millis()) + "</span></div><pre><code>"
          + HtmlSql.of(statement.last().sql()) + "</code></pre>");
      List<String> facts = StatementWords.facts(statement.last());
      if (!facts.isEmpty()) {
        String words = facts.stream().map(Html::text).collect(Collectors.joining(" · "));
        out.write("<p class=\"facts\">" + words + "</p>");
      }
      out.write("</li>\n");
    }
    out.write("</ol>\n");
  }

  private void linter(Writer out) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    out.write("<h4>What the linter says</h4>\n");
    for (Finding finding : findings) {
      String severity = finding.severity().words();
      out.write("<p class=\"said " + severity + "\"><code>" + severity + "["
          + Html.text(finding.rule().value()) + "]</code> " + Html.text(finding.message())
          + "</p>\n");
    }
  }

  /** Those of danger and remedy stand in the table above both. */
  private void figures(Writer out) throws IOException {
    if (!kind.equals("further") || act.figures().isEmpty()) {
      return;
    }
    out.write("<h4>Measured</h4>\n<table><tbody>\n");
    for (Figure figure : act.figures()) {
      out.write("<tr><th scope=\"row\">" + Html.text(figure.name()) + "</th><td>"
          + Html.text(figure.words()) + "</td></tr>\n");
    }
    out.write("</tbody></table>\n");
  }

  private void checks(Writer out) throws IOException {
    if (act.checks().isEmpty()) {
      return;
    }
    out.write("<h4>Facts</h4>\n<ul class=\"checks\">\n");
    for (Check check : ReplayReport.distinct(act.checks())) {
      String seen =
          check.held() || check.seen().isEmpty() ? "" : " <b>" + Html.text(check.seen()) + "</b>";
      out.write("<li" + (check.held() ? "" : " class=\"not\"") + "><span class=\"mark\">"
          + (check.held() ? "✓" : "✗") + "</span><span>" + Html.text(check.expectation()) + seen
          + "</span></li>\n");
    }
    out.write("</ul>\n");
  }
}
