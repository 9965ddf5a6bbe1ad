package dev.redshank.core.report;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.TouchedTable;
import dev.redshank.core.schema.Place;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Findings for people at a terminal: the code, what is wrong with it, and the safe version. */
public final class LintText {
  private static final int LOCK_COLUMN = 24;
  private static final int WIDEST_NAME = 40;

  private final LintResult result;
  private final TextOptions options;
  private final Appendable out;
  private final int gutter;
  private final String margin;
  private final String bar;
  private final String lead;

  private LintText(LintResult result, TextOptions options, Appendable out) {
    this.result = result;
    this.options = options;
    this.out = out;
    this.gutter = gutter(result);
    this.margin = " ".repeat(gutter);
    this.bar = paint(Style.CYAN, margin + " |");
    this.lead = paint(Style.CYAN, margin + " = ");
  }

  /** Writes every finding, every part that was not read, and one line that sums up. */
  public static void write(LintResult result, TextOptions options, Appendable out)
      throws IOException {
    LintText text = new LintText(result, options, out);
    for (LocatedFinding found : result.findings()) {
      text.finding(found);
    }
    text.notRead();
    text.verdict();
    text.hint();
    text.summary();
  }

  /** A look at the whole, where there is one deploy or something to see. */
  private void verdict() throws IOException {
    boolean silent = result.findings().isEmpty() && result.suppressed().isEmpty();
    boolean oneDeploy = result.verdict().oneDeploy();
    if (silent && (!oneDeploy || result.reviewed() == 0)) {
      return;
    }
    Lamps.of(result).write(options, out);
    List<TouchedTable> tables = result.verdict().tables();
    if (tables.isEmpty() || !(oneDeploy || result.reviewed() == 1)) {
      return;
    }
    line("Tables in use that are locked, in order:");
    int widest = tables.stream()
        .mapToInt(table -> Printable.of(table.relation().toString()).length())
        .max()
        .orElse(0);
    for (TouchedTable table : tables) {
      touched(table, Math.min(widest, WIDEST_NAME));
    }
    line("");
  }

  private void touched(TouchedTable table, int width) throws IOException {
    String mode = table.mode().words();
    Style style = table.mode().blocksReads()
        ? Style.RED
        : table.mode().blocksWrites() ? Style.YELLOW : Style.DIM;
    String name = Printable.of(table.relation().toString());
    String place = where(table.place());
    String file = place.substring(place.lastIndexOf('/') + 1);
    line("  "
        + paint(style, mode)
        + " ".repeat(LOCK_COLUMN - mode.length())
        + name
        + " ".repeat(Math.max(0, width - name.length()) + 2)
        + paint(Style.DIM, file));
  }

  /** How to accept a finding. A migration that ran is no longer to be edited, not even for a comment. */
  private void hint() throws IOException {
    List<LocatedFinding> sql = result.findings().stream()
        .filter(found -> found.finding().mode() != FailureMode.PROJECT)
        .toList();
    Set<String> applied = result.verdict().applied();
    if (sql.stream().anyMatch(found -> !applied.contains(found.source().path()))) {
      hint(
          "To accept a finding, write above its statement:", "-- redshank:allow RULE reason=\"…\"");
    }
    Optional<LocatedFinding> old =
        sql.stream().filter(found -> applied.contains(found.source().path())).findFirst();
    if (old.isPresent()) {
      hint(
          "To accept one in a migration that exists already, write in redshank.yml, under allow:",
          "- {rule: %s, path: \"%s\", reason: \"…\"}"
              .formatted(old.get().finding().rule(), escaped(old.get().source().path())));
    }
  }

  private void hint(String words, String form) throws IOException {
    line(paint(Style.DIM, words));
    line("  " + form);
    line("");
  }

  private static String escaped(String path) {
    return Printable.of(path).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static int gutter(LintResult result) {
    int last = 1;
    for (LocatedFinding found : result.findings()) {
      last =
          Math.max(last, found.source().position(found.finding().span().end()).line());
    }
    return String.valueOf(last).length();
  }

  private void finding(LocatedFinding found) throws IOException {
    Finding finding = found.finding();
    Style style = Style.of(finding.severity());
    head(style, finding);
    CodeFrame frame = new CodeFrame(found.source(), finding.span(), options.width() - gutter - 4);
    Position start = frame.start();
    String path = Printable.of(found.source().path());
    boolean empty = found.source().file().isEmpty();
    String place = empty ? path : path + ":" + start.line() + ":" + start.column();
    line(margin, paint(Style.CYAN, "-->"), " ", place);
    if (!empty) {
      frame(frame, style);
    }
    details(finding);
    line("");
  }

  private void frame(CodeFrame frame, Style style) throws IOException {
    line(bar);
    for (CodeFrame.Row row : frame.rows()) {
      String text = row.carets() ? paint(style, row.text()) : row.text();
      line(number(row.number()), text.isEmpty() ? "" : " ", text);
    }
    line(bar);
  }

  /** The margin beside a line of code. */
  private String number(String number) {
    return number.isEmpty()
        ? bar
        : paint(Style.CYAN, margin.substring(number.length()) + number + " |");
  }

  private void head(Style style, Finding finding) throws IOException {
    String label = finding.severity().words() + "[" + finding.rule() + "]";
    String message = Printable.oneLine(finding.message());
    List<String> lines = Wrap.lines(label + ": " + message, options.width());
    String first = lines.get(0);
    boolean whole = first.startsWith(label + ":");
    if (whole) {
      line(paint(style, label), paint(Style.BOLD, first.substring(label.length())));
    } else {
      line(first);
    }
    for (int i = 1; i < lines.size(); i++) {
      line(paint(Style.BOLD, lines.get(i)));
    }
  }

  private void details(Finding finding) throws IOException {
    note("mode", finding.mode().title());
    for (var lock : finding.locks()) {
      String waits = LockWords.waits(lock.mode());
      note("lock", lock.mode().words() + " on " + lock.relation() + ": " + waits);
    }
    for (RelatedPlace related : finding.related()) {
      note("see", related.message() + " (" + where(related.place()) + ")");
    }
    for (var uncertain : finding.uncertain()) {
      if (!finding.message().contains(uncertain.reason())) {
        note("not certain", uncertain.reason());
      }
    }
    if (!finding.recipe().isEmpty()) {
      note("instead", "");
      for (String sql : finding.recipe()) {
        line(margin, "     ", paint(Style.GREEN, Printable.of(sql)));
      }
    }
    note("more", "redshank rules " + finding.rule());
  }

  private String where(Place place) {
    SourceText source = result.sources().get(place.path());
    if (source == null) {
      return Printable.of(place.path());
    }
    Position start = source.position(place.span().start());
    return Printable.of(place.path()) + ":" + start.line() + ":" + start.column();
  }

  private void note(String label, String text) throws IOException {
    int indent = gutter + 3 + label.length() + 2;
    List<String> lines = Wrap.lines(Printable.oneLine(text), options.width() - indent);
    String first = lines.get(0);
    line(lead, paint(Style.BOLD, label + ":"), first.isEmpty() ? "" : " ", first);
    for (int i = 1; i < lines.size(); i++) {
      line(" ".repeat(indent), lines.get(i));
    }
  }

  private void notRead() throws IOException {
    for (NotRead part : result.notRead()) {
      SourceText source = result.sources().get(part.path());
      Position start =
          source == null ? new Position(1, 1, 0) : source.position(part.span().start());
      String place = Printable.of(part.path()) + ":" + start.line() + ":" + start.column();
      line(
          paint(Style.YELLOW, "not read") + ": " + place + ": " + Printable.oneLine(part.reason()));
    }
    if (!result.notRead().isEmpty()) {
      line("");
    }
  }

  private void summary() throws IOException {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (LocatedFinding found : result.findings()) {
      counts.merge(found.finding().severity(), 1, Integer::sum);
    }
    String read =
        count(result.files(), "migration") + ", " + count(result.statements(), "statement");
    if (result.reviewed() < result.files()) {
      read += ", " + count(result.reviewed(), "migration") + " under review";
    }
    String unread = result.notRead().isEmpty()
        ? ""
        : "; " + count(result.notRead().size(), "part") + " not read";
    if (!result.known().isEmpty()) {
      unread = "; " + count(result.known().size(), "finding") + " in the baseline" + unread;
    }
    if (!result.suppressed().isEmpty()) {
      unread = "; " + count(result.suppressed().size(), "finding") + " suppressed" + unread;
    }
    if (counts.isEmpty()) {
      line(paint(Style.GREEN, "No findings") + " in " + read + unread + ".");
      return;
    }
    String found = paint(Style.RED, count(counts.getOrDefault(Severity.ERROR, 0), "error"))
        + ", "
        + paint(Style.YELLOW, count(counts.getOrDefault(Severity.WARNING, 0), "warning"))
        + ", "
        + count(counts.getOrDefault(Severity.NOTE, 0), "note");
    line(found + " in " + read + unread + ".");
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private String paint(Style style, String text) {
    return style.apply(text, options.colour());
  }

  /** Writes a line in parts: putting them together first would be half of the work. */
  private void line(String... parts) throws IOException {
    for (String part : parts) {
      out.append(part);
    }
    out.append('\n');
  }
}
