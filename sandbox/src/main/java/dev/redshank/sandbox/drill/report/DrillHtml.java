package dev.redshank.sandbox.drill.report;

import dev.redshank.core.report.html.Html;
import dev.redshank.sandbox.drill.DrillPage.Section;
import dev.redshank.sandbox.drill.DrillResult;
import dev.redshank.sandbox.drill.DrillResult.Statement;
import dev.redshank.sandbox.drill.Score;
import dev.redshank.sandbox.drill.Score.ScoredPart;
import dev.redshank.sandbox.drill.Score.SprungTrap;
import dev.redshank.sandbox.replay.report.HtmlPlot;
import dev.redshank.sandbox.replay.report.HtmlSql;
import dev.redshank.sandbox.replay.report.HtmlTimeline;
import dev.redshank.sandbox.replay.report.PlotRange;
import dev.redshank.sandbox.replay.report.ReportPage;
import dev.redshank.sandbox.replay.report.Timeline;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.TimelineEvent;
import dev.redshank.sandbox.replay.result.TimelineEvent.State;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A finished drill as one page for a browser, which needs nothing else: the score, what the trainee did
 * against what the application felt, the postmortem.
 */
public final class DrillHtml {
  /** Whoever practised, as a lane of the timeline. */
  private static final String TRAINEE = "you";

  /** A statement is a moment; so wide a bar is seen. */
  private static final double SHOWN = 0.004;

  private static final int MOST_STATEMENTS = 500;

  private final DrillResult result;
  private final Writer out;

  private DrillHtml(DrillResult result, Writer out) {
    this.result = result;
    this.out = out;
  }

  public static void write(DrillResult result, Writer out) throws IOException {
    new DrillHtml(result, out).document();
  }

  private void document() throws IOException {
    new ReportPage(
            "Redshank: drill " + result.drill().id(),
            "drill",
            "Scores rest on what the server says: its catalogs, its log, and the sessions of the"
                + " application.")
        .write(out, this::content);
  }

  private void content() throws IOException {
    cover();
    score();
    course();
    statements();
    postmortem();
  }

  private void cover() throws IOException {
    Score score = result.score();
    out.write("<header class=\"cover\">\n<p class=\"eyebrow\">Redshank · drill · PostgreSQL "
        + result.postgres() + " · level " + result.drill().level() + "</p>\n<h1>"
        + Html.text(result.drill().title()) + "</h1>\n<p class=\"lead\">"
        + score.total() + " of 100 points after " + DrillText.duration(result.millis()) + ", "
        + (result.hints() == 0 ? "without a hint" : "with " + result.hints() + " of 3 hints")
        + ".</p>\n");
    out.write("<ul class=\"lamps\" aria-label=\"Score\">\n");
    lamp("Detect", score.detectPoints(), 40);
    lamp("Fix", score.fixPoints(), 40);
    lamp("Traps", Math.max(0, score.forTraps()), 20);
    out.write("</ul>\n</header>\n");
  }

  private void lamp(String title, double points, int of) throws IOException {
    String state = points == of ? "proven" : points == 0 ? "refuted" : "inconclusive";
    out.write("<li><span class=\"none\"><span class=\"lamp " + state
        + "\"></span><span class=\"words\"><b>" + title + "</b><small>"
        + DrillText.points(points) + " of " + of + "</small></span></span></li>\n");
  }

  private void score() throws IOException {
    Score score = result.score();
    out.write("<section class=\"replay\"><header><h2>Score</h2></header>\n");
    parts("Detect", score.detect());
    parts("Fix", score.fix());
    out.write("<h4>Traps</h4>\n<ul class=\"checks\">\n");
    for (SprungTrap trap : score.traps()) {
      check(false, trap.name() + " (−20)", trap.done());
    }
    if (score.traps().isEmpty()) {
      check(true, "None was sprung", "");
    }
    out.write("</ul>\n");
    for (String remark : score.remarks()) {
      out.write("<p>" + Html.text(remark) + "</p>\n");
    }
    out.write("</section>\n");
  }

  private void parts(String title, List<ScoredPart> parts) throws IOException {
    out.write("<h4>" + title + "</h4>\n<ul class=\"checks\">\n");
    for (ScoredPart part : parts) {
      check(part.held(), part.name(), part.seen());
    }
    out.write("</ul>\n");
  }

  private void check(boolean held, String name, String seen) throws IOException {
    String words =
        seen.isEmpty() ? "" : held ? ": " + Html.text(seen) : " <b>" + Html.text(seen) + "</b>";
    out.write("<li" + (held ? "" : " class=\"not\"") + "><span class=\"mark\">" + (held ? "✓" : "✗")
        + "</span><span>" + Html.text(name) + words + "</span></li>\n");
  }

  /** What was done against what was felt. */
  private void course() throws IOException {
    ActResult act = act();
    Timeline timeline = Timeline.of(act);
    PlotRange range = PlotRange.of(List.of(act));
    out.write("<section class=\"replay\"><header><h2>What happened</h2></header>\n");
    out.write(HtmlTimeline.LEGEND);
    new HtmlTimeline(timeline).write(out);
    HtmlPlot.latency(act, timeline, range).write(out);
    if (act.wal().stream().anyMatch(sample -> sample.lagBytes() > 0)) {
      HtmlPlot.wal(act, timeline, range).write(out);
    }
    out.write("</section>\n");
  }

  private ActResult act() {
    List<TimelineEvent> events = new ArrayList<>();
    for (Statement statement : result.statements()) {
      double end = statement.atMillis() + SHOWN * result.millis();
      events.add(
          new TimelineEvent(TRAINEE, statement.atMillis(), end, State.RUNNING, statement.sql()));
    }
    events.addAll(result.timeline());
    return new ActResult(
        "drill",
        List.of(),
        List.of(),
        List.of(),
        events,
        result.probes(),
        result.wal(),
        List.of(),
        result.millis());
  }

  private void statements() throws IOException {
    if (result.statements().isEmpty()) {
      return;
    }
    out.write("<section class=\"replay\"><header><h2>What you ran</h2></header>\n"
        + "<ol class=\"statements\">\n");
    for (Statement statement :
        result.statements().stream().limit(MOST_STATEMENTS).toList()) {
      out.write(
          "<li class=\"migration\"><div class=\"who\"><span>" + Html.text(statement.database())
              + "</span><span>" + DrillText.duration(statement.atMillis())
              + "</span></div><pre><code>" + HtmlSql.of(statement.sql()) + "</code></pre></li>\n");
    }
    int left = result.statements().size() - MOST_STATEMENTS;
    out.write("</ol>\n" + (left > 0 ? "<p>And " + left + " more.</p>\n" : "") + "</section>\n");
  }

  private void postmortem() throws IOException {
    out.write("<section class=\"replay\"><header><h2>Postmortem</h2></header>\n");
    for (Section section : result.drill().page().postmortem()) {
      out.write("<h4>" + Html.text(section.title()) + "</h4>\n");
      if (section.title().equals("Fix")) {
        out.write("<pre><code>" + HtmlSql.of(section.text()) + "</code></pre>\n");
      } else {
        prose(section.text());
      }
    }
    out.write("<p>The linter sees the migration before it runs: <code>"
        + Html.text(DrillText.rules(result.drill())) + "</code>. <code>redshank sandbox drill lint "
        + Html.text(result.drill().id()) + "</code> shows how.</p>\n</section>\n");
  }

  private void prose(String text) throws IOException {
    for (String paragraph : text.split("\n\n")) {
      boolean list = paragraph.startsWith("- ");
      if (list) {
        out.write("<ul class=\"checks\">\n");
        for (String item : paragraph.split("\n(?=- )")) {
          out.write("<li><span class=\"mark\">·</span><span>" + inline(item.substring(2))
              + "</span></li>\n");
        }
        out.write("</ul>\n");
      } else {
        out.write("<p>" + inline(paragraph) + "</p>\n");
      }
    }
  }

  /** One paragraph of a page; what stands in backticks is code. */
  private static String inline(String paragraph) {
    StringBuilder html = new StringBuilder();
    String[] pieces = paragraph.replace('\n', ' ').split("`", -1);
    for (int i = 0; i < pieces.length; i++) {
      String text = Html.text(pieces[i]);
      html.append(i % 2 == 1 ? "<code>" + text + "</code>" : text);
    }
    return html.toString();
  }
}
