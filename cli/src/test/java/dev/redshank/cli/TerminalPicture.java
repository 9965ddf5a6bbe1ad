package dev.redshank.cli;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws what a terminal shows as SVG: each line is stretched to its cells, whatever font is at hand. */
final class TerminalPicture {
  private static final double CELL = 8.4;
  private static final int LINE = 19;
  private static final int EDGE = 16;
  private static final Pattern STYLE = Pattern.compile("\u001b\\[([0-9;]*)m");
  private static final Map<String, String> FILL = Map.of(
      "1;31", "#ff6b68", "1;33", "#e5c07b", "1;34", "#61afef", "36", "#56b6c2", "32", "#98c379",
      "2", "#7f848e");

  private TerminalPicture() {}

  /**
   * @param lines as they are written to a terminal, with colours but without links
   */
  static String of(List<String> lines) {
    int columns = lines.stream()
        .mapToInt(line -> STYLE.matcher(line).replaceAll("").length())
        .max()
        .orElse(0);
    long width = Math.round(columns * CELL) + 2 * EDGE;
    int height = lines.size() * LINE + 2 * EDGE;
    StringBuilder svg = new StringBuilder();
    svg.append("""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
        <rect width="100%%" height="100%%" rx="8" fill="#21252b"/>
        <g font-family="ui-monospace, 'SF Mono', Menlo, 'DejaVu Sans Mono', monospace" font-size="14" fill="#d7dae0">
        """.formatted(width, height, width, height));
    for (int i = 0; i < lines.size(); i++) {
      line(svg, lines.get(i), EDGE + (i + 1) * LINE - 5);
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static void line(StringBuilder svg, String line, int y) {
    Matcher styles = STYLE.matcher(line);
    int start = 0;
    int cell = 0;
    String style = "";
    while (styles.find()) {
      cell += piece(svg, line.substring(start, styles.start()), style, cell, y);
      style = styles.group(1);
      start = styles.end();
    }
    piece(svg, line.substring(start), style, cell, y);
  }

  /** Writes a piece of one style, and says how many cells it takes. */
  private static int piece(StringBuilder svg, String text, String style, int cell, int y) {
    int cells = text.codePointCount(0, text.length());
    String seen = text.strip();
    if (!seen.isEmpty()) {
      int before = text.indexOf(seen);
      int length = seen.codePointCount(0, seen.length());
      svg.append(
          "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\"%s>%s</text>%n"
              .formatted(
                  EDGE + (cell + before) * CELL, y, length * CELL, look(style), escaped(seen)));
    }
    return cells;
  }

  private static String look(String style) {
    String fill = FILL.containsKey(style) ? " fill=\"" + FILL.get(style) + "\"" : "";
    return fill + (style.startsWith("1") ? " font-weight=\"bold\"" : "");
  }

  /** Spaces in a row would be drawn as one. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("  ", "\u00a0\u00a0");
  }
}
