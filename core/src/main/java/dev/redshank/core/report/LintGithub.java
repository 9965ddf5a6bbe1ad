package dev.redshank.core.report;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Annotations of a pull request, as commands that GitHub Actions reads in a step's output:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
public final class LintGithub {
  /** GitHub shows so many of a level for each step and drops the rest without a word. */
  private static final int MOST = 10;

  private LintGithub() {}

  /** Writes as many annotations as GitHub shows, the worst first, and a line about those left out. */
  public static void write(LintResult result, Writer out) throws IOException {
    Map<Severity, List<Entry>> levels = new EnumMap<>(Severity.class);
    for (Entry entry : Entry.of(result)) {
      levels.computeIfAbsent(entry.severity(), unused -> new ArrayList<>()).add(entry);
    }
    List<String> leftOut = new ArrayList<>();
    for (Severity severity : Severity.WORST_FIRST) {
      List<Entry> entries = levels.getOrDefault(severity, List.of());
      List<Entry> shown = worst(entries);
      for (Entry entry : shown) {
        out.write(annotation(entry));
      }
      if (shown.size() < entries.size()) {
        leftOut.add(Count.of(entries.size() - shown.size(), severity.words()));
      }
    }
    if (!leftOut.isEmpty()) {
      out.write("Not annotated: " + String.join(", ", leftOut) + " more, as GitHub shows " + MOST
          + " annotations of a level for each step.\n");
    }
  }

  /** What could not be judged comes before what could, as nobody sees it anywhere else. */
  private static List<Entry> worst(List<Entry> entries) {
    return entries.stream()
        .sorted(Comparator.comparing((Entry entry) -> entry.kind() == Entry.Kind.FINDING)
            .thenComparing(Entry::kind))
        .limit(MOST)
        .toList();
  }

  private static String annotation(Entry entry) {
    StringBuilder command = new StringBuilder("::").append(level(entry.severity()));
    command.append(" file=").append(property(entry.path()));
    entry.place().ifPresent(area -> addPlace(command, area));
    command.append(",title=").append(property(title(entry)));
    return command.append("::").append(data(message(entry))).append('\n').toString();
  }

  /** GitHub refuses columns where the lines differ. */
  private static void addPlace(StringBuilder command, Entry.Area area) {
    int line = area.start().line();
    command.append(",line=").append(line).append(",endLine=").append(area.lastLine());
    if (line == area.end().line()) {
      command.append(",col=").append(area.start().column());
      command.append(",endColumn=").append(area.end().column());
    }
  }

  private static String level(Severity severity) {
    return severity == Severity.NOTE ? "notice" : severity.words();
  }

  private static String title(Entry entry) {
    return entry
        .finding()
        .map(found -> entry.code() + " (" + found.finding().mode().title() + ")")
        .orElse(entry.code());
  }

  private static String message(Entry entry) {
    if (entry.finding().isEmpty()) {
      return entry.message();
    }
    Finding finding = entry.finding().get().finding();
    StringBuilder message = new StringBuilder(entry.message());
    if (!finding.recipe().isEmpty()) {
      message.append("\n\nInstead:");
      finding.recipe().forEach(sql -> message.append('\n').append(Printable.of(sql)));
    }
    return message.append("\n\nMore: redshank rules ").append(entry.code()).toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** A line break in a file's name belongs to the name; other control characters would reach the log. */
  private static String property(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '%' -> escaped.append("%25");
        case '\r' -> escaped.append("%0D");
        case '\n' -> escaped.append("%0A");
        case ':' -> escaped.append("%3A");
        case ',' -> escaped.append("%2C");
        default -> escaped.append(c);
      }
    }
    return Printable.of(escaped.toString());
  }
}
