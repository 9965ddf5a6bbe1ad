package dev.redshank.core.project;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.report.Count;
import dev.redshank.core.report.LintConcise;
import dev.redshank.core.report.LintText;
import dev.redshank.core.report.TextOptions;
import dev.redshank.core.report.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a build tool shows of a run: the first findings in full, a line for each of the others, and files for whoever wants more.
 *
 * @param run what was run
 * @param result what came of it
 */
public record BuildReport(LintRun run, LintResult result) {
  private static final int IN_FULL = 3;
  private static final int MOST_LINES = 50;
  private static final int WIDTH = 100;

  /**
   * What a log shows.
   *
   * @param severity how loud it is
   */
  public record Message(Severity severity, String text) {}

  /** The worst findings in full, then a line for each of the others and for what could not be judged. */
  public List<Message> messages() {
    List<LocatedFinding> worst = result.findings().stream()
        .sorted(Comparator.comparingInt(
            found -> Severity.WORST_FIRST.indexOf(found.finding().severity())))
        .limit(IN_FULL)
        .toList();
    Set<LocatedFinding> shown = new HashSet<>(worst);
    List<Message> messages = new ArrayList<>();
    for (LocatedFinding found : worst) {
      messages.add(new Message(found.finding().severity(), inFull(result.only(found::equals))));
    }
    List<LintConcise.Line> lines = LintConcise.lines(result.only(found -> !shown.contains(found)));
    lines.stream()
        .limit(MOST_LINES)
        .forEach(line -> messages.add(new Message(line.severity(), line.text())));
    if (lines.size() > MOST_LINES) {
      messages.add(new Message(
          Severity.NOTE, "and " + (lines.size() - MOST_LINES) + " more, in the report"));
    }
    return messages;
  }

  private static String inFull(LintResult one) {
    StringBuilder text = new StringBuilder();
    try {
      LintText.writeFindings(one, new TextOptions(WIDTH, false), text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().stripTrailing();
  }

  /** Such as {@code 1 error, 2 warnings, 0 notes in 4 migrations}. */
  public String summary() {
    return "%s, %s, %s in %s"
        .formatted(
            Count.of(count(Severity.ERROR), "error"),
            Count.of(count(Severity.WARNING), "warning"),
            Count.of(count(Severity.NOTE), "note"),
            Count.of(result.reviewed(), "migration"));
  }

  private int count(Severity severity) {
    return (int) result.findings().stream()
        .filter(found -> found.finding().severity() == severity)
        .count();
  }

  /**
   * Why the build fails; empty where it does not.
   *
   * @param failOn the threshold that the build names, which wins over the configuration's
   * @param allowed how many findings that count are put up with
   * @param remember the goal or task that writes the baseline
   */
  public Optional<String> violation(Optional<String> failOn, int allowed, String remember) {
    FailurePolicy policy =
        FailurePolicy.of(failOn, Optional.empty(), run.settings().config().failing());
    int reached = policy.reached(result);
    boolean violated = reached > allowed || (reached == 0 && policy.isExceeded(result));
    String words = "%s (failOn %s). Mend them, accept them by a comment -- redshank:allow RULE"
        + " reason=\"…\", or remember what is old with %s.";
    return violated
        ? Optional.of(words.formatted(summary(), policy.threshold(), remember))
        : Optional.empty();
  }

  /** What keeps the run from being one that can be trusted: a line each; none where nothing does. */
  public List<String> breakages() {
    List<String> lines = new ArrayList<>();
    result.problems().forEach(problem -> lines.add(problem.path() + ": " + problem.message()));
    result
        .crashes()
        .forEach(crash -> lines.add(crash.path() + ":" + crash.line() + ": " + crash.words()));
    return lines;
  }

  /**
   * Writes the findings in these formats, each in a file of its own.
   *
   * @return the files, in the order of the formats
   * @throws IOException when one cannot be written
   */
  public List<Path> write(
      List<ReportFormat> formats, Path folder, String version, Function<RuleId, String> pages)
      throws IOException {
    Files.createDirectories(folder);
    ReportFormat.Report report = new ReportFormat.Report(
        result, run.rules(), new TextOptions(WIDTH, false), false, run::explain, version, pages);
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : formats) {
      Path file = folder.resolve(format.fileName());
      WholeFile.write(file, out -> format.write(report, out));
      files.add(file);
    }
    return files;
  }
}
