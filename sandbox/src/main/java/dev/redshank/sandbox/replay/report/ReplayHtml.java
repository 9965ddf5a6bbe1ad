package dev.redshank.sandbox.replay.report;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.report.html.Html;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.Verdict;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Replays as one page for a browser, which needs nothing else: style, scripts and data are in it. What
 * comes from SQL is text in it, and the page allows no script but its own.
 */
public final class ReplayHtml {
  private final ReplayReport report;
  private final Writer out;

  private ReplayHtml(ReplayReport report, Writer out) {
    this.report = report;
    this.out = out;
  }

  public static void write(ReplayReport report, Writer out) throws IOException {
    new ReplayHtml(report, out).document();
  }

  private void document() throws IOException {
    new ReportPage(
            "Redshank: replays on PostgreSQL " + report.postgres(),
            "",
            "Verdicts rest on facts that the server states: locks, files, SQLSTATE, its own words."
                + " Times are those of one run on one machine.")
        .write(out, this::content);
  }

  private void content() throws IOException {
    cover();
    for (ReplayResult replay : ordered()) {
      new HtmlReplay(report, replay, out).write();
    }
  }

  /** By failure mode, that of the mode itself first. */
  private List<ReplayResult> ordered() {
    return report.replays().stream()
        .sorted(Comparator.comparing(ReplayResult::mode)
            .thenComparing(replay -> replay.rule().isPresent())
            .thenComparing(ReplayResult::id))
        .toList();
  }

  private void cover() throws IOException {
    out.write("<header class=\"cover\">\n<p class=\"eyebrow\">Redshank · replays · PostgreSQL "
        + report.postgres() + "</p>\n<h1>" + headline() + "</h1>\n");
    out.write(
        "<p class=\"lead\">Each replay runs a danger and its remedy on a real server, and holds"
            + " what happened against what Redshank says.</p>\n");
    out.write("<ul class=\"lamps\" aria-label=\"Verdicts by failure mode\">\n");
    for (FailureMode mode : FailureMode.values()) {
      if (mode.isSafety()) {
        lamp(mode);
      }
    }
    out.write("</ul>\n</header>\n");
    out.write("<nav aria-label=\"Replays\"><h4>Replays</h4>\n<ul class=\"contents\">\n");
    for (ReplayResult replay : ordered()) {
      out.write("<li><span class=\"lamp " + replay.verdict().id() + "\"></span><a href=\"#"
          + Html.text(replay.id()) + "\">" + Html.text(replay.title()) + "</a><small>"
          + SummaryTable.held(replay) + "</small></li>\n");
    }
    out.write("</ul></nav>\n");
  }

  private String headline() {
    long all = report.replays().size();
    long proven = report.count(Verdict.PROVEN);
    if (all == 0) {
      return "Nothing was played";
    }
    if (proven == all) {
      return all == 1 ? "The danger is proven" : "All " + all + " dangers are proven";
    }
    return proven + " of " + Quantity.count(all, "danger") + " proven";
  }

  private void lamp(FailureMode mode) throws IOException {
    List<ReplayResult> replays =
        ordered().stream().filter(replay -> replay.mode() == mode).toList();
    Optional<Verdict> worst =
        replays.stream().map(ReplayResult::verdict).max(Comparator.comparing(ReplayHtml::weight));
    String inner = "<span class=\"lamp " + worst.map(Verdict::id).orElse("")
        + "\"></span><span class=\"words\"><b>" + mode.title() + "</b><small>"
        + words(replays, worst) + "</small></span>";
    out.write(
        replays.isEmpty()
            ? "<li><span class=\"none\">" + inner + "</span></li>\n"
            : "<li><a href=\"#" + Html.text(replays.get(0).id()) + "\">" + inner + "</a></li>\n");
  }

  private static String words(List<ReplayResult> replays, Optional<Verdict> worst) {
    if (worst.isEmpty()) {
      return "not played";
    }
    long same = replays.stream().filter(each -> each.verdict() == worst.get()).count();
    return replays.size() == 1
        ? worst.get().id()
        : same + " of " + replays.size() + " " + worst.get().id();
  }

  private static int weight(Verdict verdict) {
    return switch (verdict) {
      case PROVEN -> 0;
      case INCONCLUSIVE -> 1;
      case REFUTED -> 2;
    };
  }
}
