package dev.redshank.junit;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.report.LintConcise;
import dev.redshank.core.report.LintText;
import dev.redshank.core.report.TextOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What a failed test says: the text of the command line. */
final class FindingText {
  private static final int WIDTH = 100;

  private FindingText() {}

  static String of(LintResult result) {
    return LintText.text(result, new TextOptions(WIDTH, false));
  }

  /** What was not understood, a line each. */
  static String notRead(LintResult result) {
    StringWriter text = new StringWriter();
    try {
      LintConcise.write(result.only(found -> false), text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
