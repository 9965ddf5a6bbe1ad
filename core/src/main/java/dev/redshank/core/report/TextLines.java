package dev.redshank.core.report;

import dev.redshank.core.text.Position;
import java.io.IOException;

/** Writes lines for people: painted, with links and within the width, as the options say. */
final class TextLines {
  private static final String LINK = "\u001b]8;;";
  private static final String END = "\u001b\\";

  private final TextOptions options;
  private final Appendable out;

  TextLines(TextOptions options, Appendable out) {
    this.options = options;
    this.out = out;
  }

  int width() {
    return options.width();
  }

  String paint(Style style, String text) {
    return style.apply(text, options.colour());
  }

  /** Writes a line in parts: putting them together first would be half of the work. */
  void line(String... parts) throws IOException {
    for (String part : parts) {
      out.append(part);
    }
    out.append('\n');
  }

  /** Writes words on as many lines as they need, each indented. */
  void wrapped(String words, int indent) throws IOException {
    for (String line : Wrap.lines(words, options.width() - indent)) {
      line(" ".repeat(indent), line);
    }
  }

  /** A place in a file, as editors and terminals understand it. */
  String place(String path, Position at) {
    return link(path, Printable.of(path) + ":" + at.line() + ":" + at.column());
  }

  /** A file. */
  String place(String path) {
    return link(path, Printable.of(path));
  }

  private String link(String path, String text) {
    return options
        .root()
        .map(root -> UriPath.ofFileElsewhere(path).orElse(root + UriPath.encoded(path)))
        .map(uri -> LINK + uri + END + text + LINK + END)
        .orElse(text);
  }
}
