package dev.redshank.core.report;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.TouchedTable;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind the findings: parts that were not read, lamps, how to go on, and a line that sums up. */
final class LintSummary {
  private static final String NOT_READ = "not read: ";
  private static final int LOCK_COLUMN = 24;
  private static final int WIDEST_NAME = 40;
  /** So that all of the summary can be seen at once. */
  private static final int MOST_TABLES = 12;

  private final LintResult result;
  private final TextOptions options;
  private final Appendable out;
  private final TextLines lines;

  private LintSummary(LintResult result, TextOptions options, Appendable out) {
    this.result = result;
    this.options = options;
    this.out = out;
    this.lines = new TextLines(options, out);
  }

  static void write(LintResult result, TextOptions options, Appendable out) throws IOException {
    LintSummary summary = new LintSummary(result, options, out);
    summary.notRead();
    summary.verdict();
    summary.hint();
    summary.summary();
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
    lines.line("Tables in use that are locked, in order:");
    int widest = tables.stream()
        .mapToInt(table -> Printable.of(table.relation().toString()).length())
        .max()
        .orElse(0);
    for (TouchedTable table : tables.subList(0, Math.min(tables.size(), MOST_TABLES))) {
      touched(table, Math.min(widest, WIDEST_NAME));
    }
    if (tables.size() > MOST_TABLES) {
      lines.line("  and " + (tables.size() - MOST_TABLES) + " more");
    }
    lines.line("");
  }

  private void touched(TouchedTable table, int width) throws IOException {
    String mode = table.mode().words();
    Style style = table.mode().blocksReads()
        ? Style.RED
        : table.mode().blocksWrites() ? Style.YELLOW : Style.DIM;
    String name = Printable.of(table.relation().toString());
    String place = LintText.where(result, table.place());
    String file = place.substring(place.lastIndexOf('/') + 1);
    lines.line("  "
        + lines.paint(style, mode)
        + " ".repeat(LOCK_COLUMN - mode.length())
        + name
        + " ".repeat(Math.max(0, width - name.length()) + 2)
        + lines.paint(Style.DIM, file));
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
    for (String line : Wrap.lines(words, lines.width())) {
      lines.line(lines.paint(Style.DIM, line));
    }
    lines.line("  " + form);
    lines.line("");
  }

  private static String escaped(String path) {
    return Printable.of(path).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private void notRead() throws IOException {
    for (NotRead part : result.notRead()) {
      SourceText source = result.sources().get(part.path());
      Position start =
          source == null ? new Position(1, 1, 0) : source.position(part.span().start());
      String reason = Printable.oneLine(part.reason());
      String place = part.path() + ":" + start.line() + ":" + start.column();
      boolean fits = Width.of(NOT_READ + place + ": " + reason) <= lines.width();
      lines.line(
          lines.paint(Style.YELLOW, NOT_READ.substring(0, NOT_READ.length() - 2)),
          ": ",
          lines.place(part.path(), start),
          fits ? ": " + reason : "");
      if (!fits) {
        lines.wrapped(reason, NOT_READ.length());
      }
    }
    if (!result.notRead().isEmpty()) {
      lines.line("");
    }
  }

  private void summary() throws IOException {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (LocatedFinding found : result.findings()) {
      counts.merge(found.finding().severity(), 1, Integer::sum);
    }
    String read =
        Count.of(result.files(), "migration") + ", " + Count.of(result.statements(), "statement");
    if (result.reviewed() < result.files()) {
      read += ", " + Count.of(result.reviewed(), "migration") + " under review";
    }
    String unread = result.notRead().isEmpty()
        ? ""
        : "; " + Count.of(result.notRead().size(), "part") + " not read";
    if (!result.known().isEmpty()) {
      unread = "; " + Count.of(result.known().size(), "finding") + " in the baseline" + unread;
    }
    if (!result.suppressed().isEmpty()) {
      unread = "; " + Count.of(result.suppressed().size(), "finding") + " suppressed" + unread;
    }
    String rest = " in " + read + unread + ".";
    if (counts.isEmpty()) {
      closing(rest, List.of("No findings"), List.of(Style.GREEN));
      return;
    }
    closing(
        rest,
        List.of(
            Count.of(counts.getOrDefault(Severity.ERROR, 0), "error"),
            Count.of(counts.getOrDefault(Severity.WARNING, 0), "warning"),
            Count.of(counts.getOrDefault(Severity.NOTE, 0), "note")),
        List.of(Style.RED, Style.YELLOW));
  }

  /** The last words: counts, painted as far as there are styles, and what was looked at. */
  private void closing(String rest, List<String> counts, List<Style> styles) throws IOException {
    String plain = String.join(", ", counts);
    List<String> painted = new ArrayList<>(counts);
    for (int i = 0; i < styles.size(); i++) {
      painted.set(i, lines.paint(styles.get(i), counts.get(i)));
    }
    for (String line : Wrap.lines(plain + rest, lines.width())) {
      lines.line(
          line.startsWith(plain)
              ? String.join(", ", painted) + line.substring(plain.length())
              : line);
    }
  }
}
