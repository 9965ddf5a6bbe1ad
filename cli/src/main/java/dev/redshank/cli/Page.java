package dev.redshank.cli;

import dev.redshank.core.finding.RuleId;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the pages that the rules bring along. */
final class Page {
  private Page() {}

  /**
   * A class path resource as text, without the lines that mark what is generated. It is part of the product, so one
   * that is missing is our bug.
   */
  static String read(String resource) throws IOException {
    try (InputStream page = RedshankRules.class.getResourceAsStream(resource)) {
      if (page == null) {
        throw new IllegalStateException("The page " + resource + " is missing.");
      }
      String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      return withoutMarks(text);
    }
  }

  /** The page of a rule, in Markdown. */
  static String of(RuleId rule) {
    try {
      return read(RedshankRules.page(rule));
    } catch (IOException cannotRead) {
      throw new UncheckedIOException(cannotRead);
    }
  }

  private static String withoutMarks(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.lines()
        .filter(line -> !(line.startsWith("<!--") && line.endsWith("-->")))
        .forEach(line -> shown.append(line).append('\n'));
    return shown.toString();
  }
}
