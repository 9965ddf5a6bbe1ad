package dev.redshank.sandbox.replay.report;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.report.html.Html;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.ReplayResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One replay of the page: verdict, danger beside remedy in numbers, then the acts. */
final class HtmlReplay {
  private final ReplayReport report;
  private final ReplayResult replay;
  private final Writer out;
  private final PlotRange range;

  HtmlReplay(ReplayReport report, ReplayResult replay, Writer out) {
    this.report = report;
    this.replay = replay;
    this.out = out;
    this.range = PlotRange.of(ReplayReport.acts(replay));
  }

  void write() throws IOException {
    String id = Html.text(replay.id());
    out.write("<section class=\"replay\" id=\"" + id + "\">\n<header><p class=\"eyebrow\">"
        + replay.mode().title() + " · " + kind() + "</p>\n<h2>" + Html.text(replay.title())
        + "</h2>\n<p class=\"verdict " + replay.verdict().id() + "\">"
        + Html.text(ReplayText.words(replay)) + "</p>\n</header>\n");
    comparison();
    given();
    out.write(HtmlTimeline.LEGEND);
    out.write("<div class=\"acts\">\n");
    new HtmlAct(replay.danger(), "danger", report.findings(replay), range).write(out);
    new HtmlAct(replay.remedy(), "remedy", List.<Finding>of(), range).write(out);
    out.write("</div>\n");
    if (!replay.further().isEmpty()) {
      out.write("<div class=\"acts also\">\n");
      for (ActResult act : replay.further()) {
        new HtmlAct(act, "further", List.<Finding>of(), range).write(out);
      }
      out.write("</div>\n");
    }
    out.write("<a class=\"up\" href=\"#top\">↑ All replays</a>\n</section>\n");
  }

  private String kind() {
    return replay
        .rule()
        .map(rule -> "rule <code>" + Html.text(rule.value()) + "</code>")
        .orElse("the failure mode itself");
  }

  private void comparison() throws IOException {
    List<Comparison> rows = Comparison.of(replay);
    if (rows.isEmpty()) {
      return;
    }
    out.write("<table class=\"comparison\"><thead><tr><th scope=\"col\">Measured</th>"
        + "<th scope=\"col\" class=\"danger\">Danger</th>"
        + "<th scope=\"col\" class=\"remedy\">Remedy</th></tr></thead><tbody>\n");
    for (Comparison row : rows) {
      out.write("<tr><th scope=\"row\">" + Html.text(row.measured()) + "</th><td>"
          + Html.text(row.danger()) + "</td><td>" + Html.text(row.remedy()) + "</td></tr>\n");
    }
    out.write("</tbody></table>\n");
  }

  private void given() throws IOException {
    List<String> given = replay.danger().given();
    if (!given.isEmpty()) {
      out.write("<details class=\"given\"><summary>Given</summary><pre><code>"
          + Html.text(String.join(";\n", given)) + ";</code></pre></details>\n");
    }
  }
}
