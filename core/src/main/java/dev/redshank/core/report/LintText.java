package dev.redshank.core.report;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.schema.Place;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Findings for people at a terminal: the code, what is wrong with it, and the safe version. */
public final class LintText {
  private static final int MOST_LABELS = 4;

  private final LintResult result;
  private final TextLines lines;
  private final int gutter;
  private final String margin;
  private final String bar;
  private final String lead;

  private LintText(LintResult result, TextLines lines) {
    this.result = result;
    this.lines = lines;
    this.gutter = gutter(result);
    this.margin = " ".repeat(gutter);
    this.bar = lines.paint(Style.CYAN, margin + " |");
    this.lead = lines.paint(Style.CYAN, margin + " = ");
  }

  /** Writes every finding, every part that was not read, and one line that sums up. */
  public static void write(LintResult result, TextOptions options, Appendable out)
      throws IOException {
    writeFindings(result, options, out);
    LintSummary.write(result, options, out);
  }

  /** The same, for who has nowhere to write it to yet. */
  public static String text(LintResult result, TextOptions options) {
    StringBuilder text = new StringBuilder();
    try {
      write(result, options, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Writes every finding and nothing else. */
  public static void writeFindings(LintResult result, TextOptions options, Appendable out)
      throws IOException {
    LintText text = new LintText(result, new TextLines(options, out));
    for (LocatedFinding found : result.findings()) {
      text.finding(found);
    }
  }

  private static int gutter(LintResult result) {
    int last = 1;
    for (LocatedFinding found : result.findings()) {
      int end = found.finding().span().end();
      for (RelatedPlace related : found.finding().related()) {
        end = isIn(found, related) ? Math.max(end, related.place().span().start()) : end;
      }
      last = Math.max(last, found.source().position(end).line());
    }
    return String.valueOf(last).length();
  }

  private static boolean isIn(LocatedFinding found, RelatedPlace related) {
    return related.place().path().equals(found.source().path());
  }

  private void finding(LocatedFinding found) throws IOException {
    Finding finding = found.finding();
    Style style = Style.of(finding.severity());
    head(style, finding);
    boolean empty = found.source().file().isEmpty();
    List<RelatedPlace> inFrame = empty ? List.of() : inFrame(found);
    CodeFrame frame = frame(found, inFrame);
    String path = found.source().path();
    String place = empty ? lines.place(path) : lines.place(path, frame.start());
    lines.line(margin, lines.paint(Style.CYAN, "-->"), " ", place);
    if (!empty) {
      frame(frame, style);
    }
    details(finding, inFrame);
    lines.line("");
  }

  /** What is told in the frame, as it is in the same file. */
  private static List<RelatedPlace> inFrame(LocatedFinding found) {
    return found.finding().related().stream()
        .filter(related -> isIn(found, related))
        .limit(MOST_LABELS)
        .toList();
  }

  private CodeFrame frame(LocatedFinding found, List<RelatedPlace> inFrame) {
    List<FrameLabel> labels = inFrame.stream()
        .map(
            related -> new FrameLabel(related.place().span(), Printable.oneLine(related.message())))
        .toList();
    int width = lines.width() - gutter - 3;
    return new CodeFrame(found.source(), found.finding().span(), labels, width);
  }

  private void frame(CodeFrame frame, Style style) throws IOException {
    lines.line(bar);
    for (CodeFrame.Row row : frame.rows()) {
      String text = switch (row.kind()) {
        case CODE -> row.text();
        case CARETS -> lines.paint(style, row.text());
        case MARK -> lines.paint(Style.CYAN, row.text());
        case GAP -> lines.paint(Style.DIM, row.text());
      };
      lines.line(number(row.number()), text.isEmpty() ? "" : " ", text);
    }
    lines.line(bar);
  }

  /** The margin beside a line of code. */
  private String number(String number) {
    return number.isEmpty()
        ? bar
        : lines.paint(Style.CYAN, margin.substring(number.length()) + number + " |");
  }

  private void head(Style style, Finding finding) throws IOException {
    String label = finding.severity().words() + "[" + finding.rule() + "]";
    String message = Printable.oneLine(finding.message());
    List<String> wrapped = Wrap.lines(label + ": " + message, lines.width());
    String first = wrapped.get(0);
    boolean whole = first.startsWith(label + ":");
    if (whole) {
      lines.line(
          lines.paint(style, label), lines.paint(Style.BOLD, first.substring(label.length())));
    } else {
      lines.line(first);
    }
    for (int i = 1; i < wrapped.size(); i++) {
      lines.line(lines.paint(Style.BOLD, wrapped.get(i)));
    }
  }

  private void details(Finding finding, List<RelatedPlace> shown) throws IOException {
    note("mode", finding.mode().title());
    for (var lock : finding.locks()) {
      String waits = LockWords.waits(lock.mode());
      note("lock", lock.mode().words() + " on " + lock.relation() + ": " + waits);
    }
    for (RelatedPlace related : finding.related()) {
      if (!shown.contains(related)) {
        note("see", related.message() + " (" + where(result, related.place()) + ")");
      }
    }
    for (var uncertain : finding.uncertain()) {
      if (!finding.message().contains(uncertain.reason())) {
        note("not certain", uncertain.reason());
      }
    }
    if (!finding.recipe().isEmpty()) {
      note("instead", "");
      for (String sql : finding.recipe()) {
        lines.line(margin, "     ", lines.paint(Style.GREEN, Printable.of(sql)));
      }
    }
    note("more", "redshank rules " + finding.rule());
  }

  /** A place in words, with its line where the file is at hand. */
  static String where(LintResult result, Place place) {
    SourceText source = result.sources().get(place.path());
    if (source == null) {
      return Printable.of(place.path());
    }
    Position start = source.position(place.span().start());
    return Printable.of(place.path()) + ":" + start.line() + ":" + start.column();
  }

  private void note(String label, String text) throws IOException {
    int indent = gutter + 3 + label.length() + 2;
    List<String> wrapped = Wrap.lines(Printable.oneLine(text), lines.width() - indent);
    String first = wrapped.get(0);
    lines.line(lead, lines.paint(Style.BOLD, label + ":"), first.isEmpty() ? "" : " ", first);
    for (int i = 1; i < wrapped.size(); i++) {
      lines.line(" ".repeat(indent), wrapped.get(i));
    }
  }
}
