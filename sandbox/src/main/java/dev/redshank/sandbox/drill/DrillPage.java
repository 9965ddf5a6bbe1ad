package dev.redshank.sandbox.drill;

import dev.redshank.core.report.html.Asset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts of a drill; they lie beside this class, as one page and two scripts for each drill. */
public final class DrillPage {
  private static final String HEADING = "## ";
  private static final List<String> HINTS = List.of("Hint 1", "Hint 2", "Hint 3");
  private static final List<String> POSTMORTEM =
      List.of("Root cause", "How it was found", "Lesson", "Checklist");

  private final String id;

  DrillPage(String id) {
    this.id = id;
  }

  /** A heading with the text below it. */
  public record Section(String title, String text) {}

  public String title() {
    return text(".md").lines().findFirst().orElse("").replaceFirst("^# ", "");
  }

  /** What somebody is told who comes on call. */
  public String briefing() {
    return section("Briefing").text();
  }

  /** From a nudge to the statements themselves. */
  public List<String> hints() {
    return HINTS.stream().map(name -> section(name).text()).toList();
  }

  /** What is told when it is over: root cause, how it was found, the fix, the lesson. */
  public List<Section> postmortem() {
    List<Section> sections = new ArrayList<>();
    POSTMORTEM.forEach(name -> sections.add(section(name)));
    sections.add(2, new Section("Fix", fix().strip()));
    return List.copyOf(sections);
  }

  /** The statements that mend it, with {@code \connect}. */
  public String fix() {
    return text(".fix.sql");
  }

  /** What was there before the migration, for the linter. */
  public String given() {
    return text(".given.sql");
  }

  /** The migration that caused it. */
  public String migration() {
    return text(".migration.sql");
  }

  private Section section(String name) {
    List<String> lines = text(".md").lines().toList();
    int start = lines.indexOf(HEADING + name);
    if (start < 0) {
      throw new IllegalStateException("The page of " + id + " has no section " + name);
    }
    Stream<String> body =
        lines.stream().skip(start + 1).takeWhile(line -> !line.startsWith(HEADING));
    return new Section(name, String.join("\n", body.toList()).strip());
  }

  private String text(String suffix) {
    return Asset.of(DrillPage.class, id + suffix).text();
  }
}
