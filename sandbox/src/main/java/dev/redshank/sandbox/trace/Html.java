package dev.redshank.sandbox.trace;

import dev.redshank.core.report.Printable;

/** Text as HTML shows it; what stands in SQL never becomes markup. */
final class Html {
  private Html() {}

  static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    String visible = lines(text);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Line breaks stay, other control characters become visible. */
  private static String lines(String text) {
    StringBuilder all = new StringBuilder();
    for (String line : text.split("\r?\n", -1)) {
      all.append(all.length() == 0 ? "" : "\n").append(Printable.of(line));
    }
    return all.toString();
  }
}
