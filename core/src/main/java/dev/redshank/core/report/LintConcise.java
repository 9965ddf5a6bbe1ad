package dev.redshank.core.report;

import dev.redshank.core.lint.LintResult;
import java.io.IOException;
import java.io.Writer;

/** A line for each finding, as compilers write them and editors read them. */
public final class LintConcise {
  private LintConcise() {}

  /** Writes every finding, then a line for whatever could not be judged. */
  public static void write(LintResult result, Writer out) throws IOException {
    for (Entry entry : Entry.of(result)) {
      out.write(entry.asLine());
      out.write('\n');
    }
  }
}
