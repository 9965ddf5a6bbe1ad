package dev.redshank.sandbox.replay.report;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.report.Printable;
import dev.redshank.core.report.Style;
import dev.redshank.core.report.TextOptions;
import dev.redshank.core.report.Width;
import dev.redshank.core.report.Wrap;
import dev.redshank.sandbox.replay.report.StatementWords.Repeated;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.Figure;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.Verdict;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Replays for people at a terminal: who did what when, what was measured, and the verdict. */
public final class ReplayText {
  private static final String INDENT = "  ";

  private final ReplayReport report;
  private final TextOptions options;
  private final Appendable out;

  private ReplayText(ReplayReport report, TextOptions options, Appendable out) {
    this.report = report;
    this.options = options;
    this.out = out;
  }

  /** Writes each replay with its acts, and a table where there are several. */
  public static void write(ReplayReport report, TextOptions options, Appendable out)
      throws IOException {
    ReplayText text = new ReplayText(report, options, out);
    for (ReplayResult replay : report.replays()) {
      text.replay(replay);
    }
    if (report.replays().size() > 1) {
      SummaryTable.write(report, options, out);
    }
  }

  private void replay(ReplayResult replay) throws IOException {
    line(paint(Style.BOLD, replay.id()) + "  " + Printable.oneLine(replay.title()) + ", PostgreSQL "
        + report.postgres());
    line(paint(Style.DIM, TextTimeline.LEGEND));
    line("");
    for (ActResult act : ReplayReport.acts(replay)) {
      act(act);
      if (act.title().equals(replay.danger().title())) {
        linter(replay);
      }
    }
    comparison(replay);
    for (String each : Wrap.lines(Printable.oneLine(words(replay)), options.width())) {
      line(paint(style(replay.verdict()), each));
    }
    line("");
  }

  static Style style(Verdict verdict) {
    return switch (verdict) {
      case PROVEN -> Style.GREEN;
      case REFUTED -> Style.RED;
      case INCONCLUSIVE -> Style.YELLOW;
    };
  }

  /** The verdict as a sentence. */
  static String words(ReplayResult replay) {
    return switch (replay.verdict()) {
      case PROVEN -> "Proven: the danger bites, and the remedy does not.";
      case REFUTED -> "Refuted: " + replay.reason() + ".";
      case INCONCLUSIVE -> "Inconclusive: " + replay.reason() + ".";
    };
  }

  private void act(ActResult act) throws IOException {
    String played = act.statements().isEmpty() && act.checks().isEmpty()
        ? "not played"
        : Quantity.millis(act.millis());
    line(paint(Style.BOLD, Printable.oneLine(heading(act))) + "  " + played);
    int names = act.statements().stream()
        .mapToInt(each -> Printable.oneLine(each.session()).length())
        .max()
        .orElse(0);
    for (Repeated statement : StatementWords.repeated(act.statements())) {
      statement(statement, names);
    }
    line("");
    Timeline timeline = Timeline.of(act);
    if (!timeline.lanes().isEmpty()) {
      new TextTimeline(timeline, options, INDENT).write(out);
      line("");
    }
    for (Check check : ReplayReport.distinct(act.checks())) {
      check(check);
    }
    line("");
  }

  private static String heading(ActResult act) {
    boolean main = act.title().equals("danger") || act.title().equals("remedy");
    return main ? act.title().toUpperCase(Locale.ROOT) : "ALSO: " + act.title();
  }

  private void statement(Repeated statement, int names) throws IOException {
    String time = Quantity.millis(statement.millis());
    String session = pad(Printable.oneLine(statement.last().session()), names);
    int room = options.width() - INDENT.length() - names - 2;
    List<String> lines = Wrap.lines(
        Printable.oneLine(statement.last().sql()) + statement.words(), room - time.length() - 2);
    String first = lines.get(0);
    String gap = " ".repeat(Math.max(2, room - Width.of(first) - time.length()));
    line(INDENT + paint(Style.CYAN, session) + "  " + first + gap + paint(Style.DIM, time));
    for (String more : lines.subList(1, lines.size())) {
      line(INDENT + " ".repeat(names + 2) + more);
    }
    List<String> facts = StatementWords.facts(statement.last());
    if (!facts.isEmpty()) {
      wrapped(String.join("; ", facts), INDENT + " ".repeat(names + 2));
    }
  }

  private void check(Check check) throws IOException {
    boolean held = check.held();
    String mark = held ? paint(Style.GREEN, "✓") : paint(Style.RED, "✗");
    String seen = held || check.seen().isEmpty() ? "" : " (" + check.seen() + ")";
    String words = Printable.oneLine(check.expectation() + seen);
    List<String> lines = Wrap.lines(words, options.width() - 4);
    line(INDENT + mark + " " + lines.get(0));
    for (String more : lines.subList(1, lines.size())) {
      line(INDENT + INDENT + more);
    }
  }

  private void linter(ReplayResult replay) throws IOException {
    List<Finding> findings = report.findings(replay);
    for (Finding finding : findings) {
      String label = finding.severity().words() + "[" + finding.rule() + "]";
      List<String> lines = Wrap.lines(
          "the linter: " + label + ": " + Printable.oneLine(finding.message()),
          options.width() - INDENT.length());
      line(INDENT + lines.get(0).replace(label, paint(Style.of(finding.severity()), label)));
      for (String more : lines.subList(1, lines.size())) {
        line(INDENT + INDENT + more);
      }
    }
    if (!findings.isEmpty()) {
      line("");
    }
  }

  /** Danger beside remedy; figures of further acts below. */
  private void comparison(ReplayResult replay) throws IOException {
    List<Comparison> rows = Comparison.of(replay);
    int names = rows.stream().mapToInt(row -> Width.of(row.measured())).max().orElse(0);
    int middle = rows.stream().mapToInt(row -> Width.of(row.danger())).max().orElse(0);
    middle = Math.max(middle, "DANGER".length());
    if (!rows.isEmpty()) {
      row("MEASURED", "DANGER", "REMEDY", names, middle);
    }
    for (Comparison row : rows) {
      row(row.measured(), row.danger(), row.remedy(), names, middle);
    }
    for (ActResult act : replay.further()) {
      for (Figure figure : act.figures()) {
        wrapped(act.title() + ", " + figure.name() + ": " + figure.words(), INDENT);
      }
    }
    line("");
  }

  private void row(String name, String danger, String remedy, int names, int middle)
      throws IOException {
    line(INDENT + pad(Printable.oneLine(name), Math.max(names, 8)) + "  "
        + pad(Printable.oneLine(danger), middle) + "  " + Printable.oneLine(remedy));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - Width.of(text)));
  }

  private void wrapped(String text, String indent) throws IOException {
    for (String each : Wrap.lines(Printable.oneLine(text), options.width() - indent.length())) {
      line(indent + each);
    }
  }

  private String paint(Style style, String text) {
    return style.apply(text, options.colour());
  }

  private void line(String text) throws IOException {
    out.append(text.stripTrailing()).append('\n');
  }
}
