package dev.redshank.core.report.html;

import dev.redshank.core.report.Printable;

/** Text as HTML shows it; whatever stands in SQL stays text. */
public final class Html {
  private Html() {}

  /** For an element's content as well as for an attribute in quotes. */
  public static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    String[] lines = text.split("\r\n|\r|\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        safe.append('\n');
      }
      escape(Printable.of(lines[i]), safe);
    }
    return safe.toString();
  }

  private static void escape(String text, StringBuilder safe) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
  }

  /** JSON inside a script element: no character of it can end the element. */
  public static String json(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
