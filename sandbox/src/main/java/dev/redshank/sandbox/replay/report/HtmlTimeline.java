package dev.redshank.sandbox.replay.report;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.report.LockWords;
import dev.redshank.core.report.html.Html;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * A timeline of drawings, one for each session: above runs or waits, below the locks. Places along the
 * time are parts of the width, so that it fits a phone without small letters.
 */
public record HtmlTimeline(Timeline timeline) {
  /** What the drawings refer to; once in a page. */
  public static final String PATTERNS = """
      <svg class="patterns" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" \
      patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6"/>\
      <path d="M0 0V6"/></pattern></defs></svg>
      """;

  public static final String LEGEND = "<ul class=\"legend\" aria-label=\"Signs in the timelines\">"
      + key("run", "runs")
      + key("wait", "waits for another session")
      + key("answered", "requests are answered")
      + key("fail", "a request fails")
      + key("reads", "holds a lock that stops reads")
      + key("writes", "holds a lock that stops writes")
      + key("weak", "holds a weaker lock")
      + "</ul>\n";

  private static final int MOST_BARS = 70;
  private static final int TICKS = 5;

  /** From so many ms on, seconds are read more easily. */
  private static final double LONG = 20_000;

  private static String key(String sign, String words) {
    String bar = switch (sign) {
      case "fail" -> "<rect class=\"fail\" x=\"10\" width=\"2\" height=\"12\"/>";
      case "answered" -> "<rect class=\"answered\" y=\"4\" width=\"22\" height=\"4\" rx=\"2\"/>";
      case "run", "wait" -> "<rect class=\"" + sign + "\" width=\"22\" height=\"12\" rx=\"2\"/>";
      default -> "<rect class=\"" + sign + "\" y=\"4\" width=\"22\" height=\"5\" rx=\"2\"/>";
    };
    return "<li><svg class=\"track\" aria-hidden=\"true\">" + bar + "</svg>" + words + "</li>";
  }

  public void write(Writer out) throws IOException {
    for (Lane lane : timeline.lanes()) {
      String words = String.join(" · ", lane.words());
      out.write("<div class=\"lane\"><div class=\"lane-head\"><b>" + Html.text(lane.session())
          + "</b><span>" + Html.text(words) + "</span></div>\n"
          + "<svg class=\"track\" role=\"img\" aria-label=\""
          + Html.text(lane.session() + ": " + (words.isEmpty() ? "runs" : words)) + "\">");
      background(out);
      locks(lane, out);
      work(lane, out);
      out.write("</svg></div>\n");
    }
    axis(out);
  }

  private void background(Writer out) throws IOException {
    for (double tick : timeline.ticks(TICKS)) {
      String x = percent(tick);
      out.write("<line class=\"grid\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"0\" y2=\"26\"/>");
    }
    for (Stretch frozen : timeline.frozen()) {
      bar("frozen", frozen, 0, 26, "", out);
    }
  }

  private void work(Lane lane, Writer out) throws IOException {
    double gap = timeline.millis() / (2.0 * MOST_BARS);
    if (lane.background()) {
      for (Stretch answered : Stretch.merged(lane.running(), gap)) {
        bar("answered", answered, 7, 4, "", out);
      }
    } else {
      for (Stretch running : lane.running()) {
        bar("run", running, 3, 12, running.detail(), out);
      }
    }
    List<Stretch> waits = lane.waiting();
    for (Stretch waiting : lane.background() ? Stretch.merged(waits, gap) : waits) {
      bar("wait", waiting, 3, 12, "waits for " + waiting.detail(), out);
    }
    List<Stretch> failures = Stretch.merged(
        lane.failures().stream().map(at -> new Stretch(at, at, "fails")).toList(), gap);
    for (Stretch failure : failures) {
      bar("fail", failure, 1, 16, "fails", out);
    }
  }

  private void locks(Lane lane, Writer out) throws IOException {
    double gap = timeline.millis() / (2.0 * MOST_BARS);
    for (LockMode mode : LockMode.values()) {
      List<Stretch> held = lane.holding().stream()
          .filter(stretch -> Lane.mode(stretch.detail()).filter(mode::equals).isPresent())
          .toList();
      for (Stretch stretch : Stretch.merged(held, lane.background() ? gap : 0)) {
        bar(LockWords.strength(mode), stretch, 18, 5, "holds " + stretch.detail(), out);
      }
    }
  }

  private void bar(String sign, Stretch stretch, int y, int height, String words, Writer out)
      throws IOException {
    String width = String.format(
        Locale.ROOT, "%.2f%%", Math.max(0.3, 100 * stretch.millis() / timeline.millis()));
    String title = words.isEmpty()
        ? ""
        : "<title>" + Html.text(words) + ", " + Quantity.millis(stretch.millis()) + "</title>";
    out.write("<rect class=\"" + sign + "\" x=\"" + percent(stretch.from()) + "\" y=\"" + y
        + "\" width=\"" + width + "\" height=\"" + height + "\">" + title + "</rect>");
  }

  private void axis(Writer out) throws IOException {
    out.write("<svg class=\"axis\" aria-hidden=\"true\">");
    for (double tick : timeline.ticks(TICKS)) {
      boolean last = tick > timeline.millis() * 0.9;
      String anchor = tick == 0 ? "start" : last ? "end" : "middle";
      out.write("<text y=\"14\" x=\"" + percent(tick) + "\" text-anchor=\"" + anchor + "\">"
          + tickWords(tick) + "</text>");
    }
    out.write("</svg>\n");
  }

  private String tickWords(double tick) {
    boolean seconds = timeline.millis() >= LONG;
    String unit = seconds ? " s" : " ms";
    return Quantity.decimal(seconds ? tick / 1000 : tick) + (tick == 0 ? unit : "");
  }

  private String percent(double millis) {
    double part = 100 * Math.max(0, millis) / timeline.millis();
    return String.format(Locale.ROOT, "%.2f%%", Math.min(part, 100));
  }
}
