package dev.redshank.sandbox.drill.report;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.report.Printable;
import dev.redshank.core.report.Style;
import dev.redshank.core.report.TextOptions;
import dev.redshank.core.report.Wrap;
import dev.redshank.sandbox.drill.Drill;
import dev.redshank.sandbox.drill.DrillPage.Section;
import dev.redshank.sandbox.drill.DrillResult;
import dev.redshank.sandbox.drill.Score;
import dev.redshank.sandbox.drill.Score.ScoredPart;
import dev.redshank.sandbox.drill.Score.SprungTrap;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A drill for people at a terminal. */
public final class DrillText {
  private static final String INDENT = "  ";

  private final TextOptions options;
  private final Appendable out;

  public DrillText(TextOptions options, Appendable out) {
    this.options = options;
    this.out = out;
  }

  /** What the work is worth, part by part. */
  public void score(DrillResult result) throws IOException {
    Score score = result.score();
    String title = result.drill().title() + ", PostgreSQL " + result.postgres();
    wrapped(title, "", each -> paint(Style.BOLD, each));
    line("");
    parts("Detect", score.detectPoints(), score.detect());
    parts("Fix", score.fixPoints(), score.fix());
    if (score.fixPoints() == 0 && score.fix().stream().anyMatch(ScoredPart::held)) {
      wrapped("What was well from the first counts where something was found.", INDENT);
      line("");
    }
    line(paint(Style.BOLD, "Traps") + "  " + trapWords(score));
    for (SprungTrap trap : score.traps()) {
      item(paint(Style.RED, "✗"), trap.name() + " (−20): " + trap.done());
    }
    line("");
    for (String remark : score.remarks()) {
      wrapped(remark, "");
    }
    Style style = score.total() == 100 ? Style.GREEN : Style.YELLOW;
    String total = "Score " + score.total() + " of 100" + hintWords(result) + " after "
        + duration(result.millis()) + ".";
    wrapped(total, "", each -> paint(style, each));
    wrapped(
        "'redshank sandbox drill postmortem' tells the story.", "", each -> paint(Style.DIM, each));
  }

  private static String trapWords(Score score) {
    if (!score.traps().isEmpty()) {
      return Quantity.count(score.traps().size(), "trap") + " sprung";
    }
    return score.forTraps() > 0
        ? "20 of 20, none was sprung"
        : "0 of 20: they count where something was found";
  }

  private static String hintWords(DrillResult result) {
    return result.hints() == 0
        ? ", without a hint,"
        : ", with " + Quantity.count(result.hints(), "hint") + ",";
  }

  /** Such as {@code 4 s} or {@code 12 min 5 s}. */
  public static String duration(double millis) {
    long seconds = Math.round(millis / 1000);
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  private void parts(String title, double points, List<ScoredPart> parts) throws IOException {
    line(paint(Style.BOLD, title) + "  " + points(points) + " of 40");
    for (ScoredPart part : parts) {
      String mark = part.held() ? paint(Style.GREEN, "✓") : paint(Style.RED, "✗");
      item(mark, part.name() + ": " + part.seen());
    }
    line("");
  }

  static String points(double points) {
    return points == Math.rint(points)
        ? String.valueOf(Math.round(points))
        : String.format(Locale.ROOT, "%.1f", points);
  }

  private void item(String mark, String words) throws IOException {
    List<String> lines = Wrap.lines(Printable.oneLine(words), options.width() - 4);
    line(INDENT + mark + " " + lines.get(0));
    for (String more : lines.subList(1, lines.size())) {
      line(INDENT + INDENT + more);
    }
  }

  /** Root cause, how it was found, the fix, the lesson. */
  public void postmortem(Drill drill) throws IOException {
    line(paint(Style.BOLD, drill.title()));
    for (Section section : drill.page().postmortem()) {
      line("");
      line(paint(Style.BOLD, section.title()));
      if (section.title().equals("Fix")) {
        for (String statement : section.text().lines().toList()) {
          line(INDENT + statement);
        }
      } else {
        prose(section.text(), INDENT);
      }
    }
    line("");
    wrapped(
        "The linter sees it before it runs: " + rules(drill) + ". 'redshank sandbox drill lint "
            + drill.id() + "' shows how.",
        "");
  }

  /** The rules that would have caught its migration. */
  static String rules(Drill drill) {
    return drill.rules().stream().map(RuleId::value).collect(Collectors.joining(", "));
  }

  /** Paragraphs and lists of a page, laid out anew. */
  public void prose(String text, String indent) throws IOException {
    StringBuilder paragraph = new StringBuilder();
    for (String each : text.lines().toList()) {
      if (each.isBlank() || each.startsWith("- ")) {
        wrapped(paragraph.toString(), indent);
        paragraph.setLength(0);
      }
      paragraph.append(paragraph.length() == 0 ? "" : " ").append(each.strip());
    }
    wrapped(paragraph.toString(), indent);
  }

  private void wrapped(String text, String indent) throws IOException {
    wrapped(text, indent, each -> each);
  }

  private void wrapped(String text, String indent, UnaryOperator<String> look) throws IOException {
    if (text.isBlank()) {
      return;
    }
    for (String each : Wrap.lines(Printable.oneLine(text), options.width() - indent.length())) {
      line(indent + look.apply(each));
    }
  }

  private String paint(Style style, String text) {
    return style.apply(text, options.colour());
  }

  private void line(String text) throws IOException {
    out.append(text.stripTrailing()).append('\n');
  }
}
