package dev.redshank.sandbox.replay.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.core.report.Printable;
import dev.redshank.core.report.html.Html;
import dev.redshank.sandbox.replay.report.Curve.Point;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.ProbeResult;
import dev.redshank.sandbox.replay.result.ProbeSample;
import dev.redshank.sandbox.replay.result.WalSample;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plot, and its values as a table for those who cannot see it.
 *
 * @param unit {@code ms} or {@code B}
 * @param height of the axis
 */
public record HtmlPlot(
    String title,
    String caption,
    String unit,
    Timeline timeline,
    double width,
    double height,
    List<Curve> curves) {
  private static final int ROWS = 15;

  public HtmlPlot {
    curves = List.copyOf(curves);
  }

  /** How long requests of the background took, by when they were due. */
  public static HtmlPlot latency(ActResult act, Timeline timeline, PlotRange range) {
    List<Curve> curves = act.probes().stream()
        .filter(probe -> !probe.samples().isEmpty())
        .map(HtmlPlot::curve)
        .toList();
    boolean froze = !timeline.frozen().isEmpty();
    return new HtmlPlot(
        "How long users waited",
        "Each request by when it was due" + (froze ? "; shaded: they wait for a session." : "."),
        "ms",
        timeline,
        range.millis(),
        range.latency(),
        curves);
  }

  private static Curve curve(ProbeResult probe) {
    return new Curve(
        probe.name(),
        probe.samples().stream().map(HtmlPlot::point).toList(),
        probe.samples().stream()
            .filter(sample -> sample.failure().isPresent())
            .map(HtmlPlot::point)
            .toList());
  }

  private static Point point(ProbeSample sample) {
    return new Point(sample.atMillis(), sample.latencyMillis());
  }

  /** The write-ahead log, and how far the replica is behind it. */
  public static HtmlPlot wal(ActResult act, Timeline timeline, PlotRange range) {
    List<Curve> curves = new ArrayList<>();
    if (act.wal().stream().anyMatch(PlotRange::isVisible)) {
      curves.add(curve("written", act.wal(), WalSample::walBytes));
    }
    if (act.wal().stream().anyMatch(sample -> sample.lagBytes() > 0)) {
      curves.add(curve("replica behind", act.wal(), WalSample::lagBytes));
    }
    String caption = "The write-ahead log since the act began"
        + (curves.size() > 1 ? ", and how far the replica is behind it." : ".");
    return new HtmlPlot(
        "Write-ahead log", caption, "B", timeline, range.millis(), range.bytes(), curves);
  }

  /** What of a sample is drawn. */
  private interface Amount {
    double of(WalSample sample);
  }

  private static Curve curve(String name, List<WalSample> samples, Amount amount) {
    List<Point> points = samples.stream()
        .map(sample -> new Point(sample.atMillis(), amount.of(sample)))
        .toList();
    return new Curve(name, points, List.of());
  }

  /** Nothing where there is nothing to draw. */
  public void write(Writer out) throws IOException {
    if (curves.isEmpty()) {
      return;
    }
    out.write("<h4>" + title + "</h4>\n<figure class=\"plot\"><figcaption>" + caption
        + "</figcaption><div class=\"canvas\"><canvas role=\"img\" aria-label=\""
        + Html.text(title + " in " + unit + "; its values are in the table below")
        + "\"></canvas></div>\n<script type=\"application/json\">" + Html.json(data())
        + "</script>\n<details><summary>Values</summary><div class=\"scroll\">");
    table(out);
    out.write("</div></details></figure>\n");
  }

  private String data() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("unit", unit);
      json.writeNumberField("x", Math.round(width));
      json.writeNumberField("y", height);
      json.writeArrayFieldStart("frozen");
      for (Stretch frozen : timeline.frozen()) {
        pair(json, new Point(frozen.from(), frozen.to()));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("series");
      for (Curve curve : curves) {
        json.writeStartObject();
        json.writeStringField("name", Printable.oneLine(curve.name()));
        points(json, "points", curve.points());
        points(json, "failed", curve.failed());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void points(JsonGenerator json, String name, List<Point> points)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Point point : points) {
      pair(json, point);
    }
    json.writeEndArray();
  }

  private static void pair(JsonGenerator json, Point point) throws IOException {
    json.writeStartArray();
    number(json, point.x());
    number(json, point.y());
    json.writeEndArray();
  }

  /** No more digits than a plot can show. */
  private static void number(JsonGenerator json, double value) throws IOException {
    double rounded = Math.round(value * 10) / 10.0;
    if (rounded == Math.rint(rounded) || Math.abs(value) >= 200) {
      json.writeNumber(Math.round(value));
    } else {
      json.writeNumber(rounded);
    }
  }

  /** The highest value of each curve in equal parts of the time. */
  private void table(Writer out) throws IOException {
    out.write("<table><thead><tr><th scope=\"col\">Time</th>");
    for (Curve curve : curves) {
      out.write("<th scope=\"col\">" + Html.text(curve.name()) + "</th>");
    }
    out.write("</tr></thead><tbody>\n");
    double step = timeline.millis() / ROWS;
    for (int row = 0; row < ROWS; row++) {
      double from = row * step;
      double to = row == ROWS - 1 ? Double.MAX_VALUE : from + step;
      out.write("<tr><th scope=\"row\">" + Quantity.decimal(from) + " ms</th>");
      for (Curve curve : curves) {
        out.write("<td>" + highest(curve, from, to) + "</td>");
      }
      out.write("</tr>\n");
    }
    out.write("</tbody></table>");
  }

  private String highest(Curve curve, double from, double to) {
    Optional<Double> top = curve.points().stream()
        .filter(point -> point.x() >= from && point.x() < to)
        .map(Point::y)
        .max(Double::compare);
    String value =
        top.map(y -> unit.equals("B") ? Quantity.bytes(y) : Quantity.millis(y)).orElse("–");
    long failed = curve.failed().stream()
        .filter(point -> point.x() >= from && point.x() < to)
        .count();
    return failed == 0 ? value : value + ", failed";
  }
}
