package dev.redshank.core.project;

import dev.redshank.core.finding.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Reads the pages that rules bring along, as class path resources. */
public final class RulePages {
  private RulePages() {}

  /**
   * The pages of rules, in Markdown.
   *
   * @param beside a class of the module that has them
   * @param resources the absolute name of each rule's page
   */
  public static Function<RuleId, String> of(Class<?> beside, Function<RuleId, String> resources) {
    return rule -> {
      try {
        return read(beside, resources.apply(rule));
      } catch (IOException cannotRead) {
        throw new UncheckedIOException(cannotRead);
      }
    };
  }

  /**
   * A class path resource as text, without the lines that mark what is generated. It is part of the product, so one
   * that is missing is our bug.
   */
  public static String read(Class<?> beside, String resource) throws IOException {
    try (InputStream page = beside.getResourceAsStream(resource)) {
      if (page == null) {
        throw new IllegalStateException("The page " + resource + " is missing.");
      }
      return withoutMarks(new String(page.readAllBytes(), StandardCharsets.UTF_8));
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
