package dev.redshank.core.report;

import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A line for each finding, as compilers write them and editors read them. */
public final class LintConcise {
  private LintConcise() {}

  /**
   * A line with the severity that it is about.
   *
   * @param text such as {@code db/V1.sql:3:7: error[column-dropped] …}
   */
  public record Line(Severity severity, String text) {}

  /** Every finding, then whatever could not be judged. */
  public static List<Line> lines(LintResult result) {
    return Entry.of(result).stream()
        .map(entry -> new Line(entry.severity(), entry.asLine()))
        .toList();
  }

  /** Writes every finding, then a line for whatever could not be judged. */
  public static void write(LintResult result, Writer out) throws IOException {
    for (Entry entry : Entry.of(result)) {
      out.write(entry.asLine());
      out.write('\n');
    }
  }
}
