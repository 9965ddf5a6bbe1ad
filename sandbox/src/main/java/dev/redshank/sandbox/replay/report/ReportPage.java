package dev.redshank.sandbox.replay.report;

import dev.redshank.core.report.html.Asset;
import dev.redshank.core.report.html.Html;
import java.io.IOException;
import java.io.Writer;

/**
 * The frame of a page with timelines and plots, which needs nothing else: style, scripts and data are in
 * it, and it allows no script but its own.
 *
 * @param kind the class of its main part, which the style knows; may be empty
 * @param footer one sentence on what it rests on
 */
public record ReportPage(String title, String kind, String footer) {
  /** Writes what stands in a page. */
  public interface Content {
    void write() throws IOException;
  }

  /** Writes the page around its content. */
  public void write(Writer out, Content content) throws IOException {
    Asset style = Assets.style();
    Asset charts = Assets.charts();
    Asset script = Assets.script();
    out.write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " img-src data:; style-src " + style.hash() + "; script-src " + charts.hash() + " "
        + script.hash() + "\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<title>" + Html.text(title) + "</title>\n");
    out.write("<link rel=\"icon\" href=\"data:,\">\n");
    out.write("<style>" + style.text() + "</style>\n</head>\n<body>\n");
    out.write(HtmlTimeline.PATTERNS);
    out.write("<main id=\"top\"" + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + ">\n");
    content.write();
    out.write("</main>\n<footer>" + Html.text(footer) + "</footer>\n");
    out.write("<script>" + charts.text() + "</script>\n");
    out.write("<script>" + script.text() + "</script>\n</body>\n</html>\n");
  }
}
