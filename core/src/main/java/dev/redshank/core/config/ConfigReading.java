package dev.redshank.core.config;

import dev.redshank.core.migration.Problem;
import java.util.List;

/**
 * What came of reading a configuration.
 *
 * @param config what it says; without what is wrong in it
 * @param problems what the user must mend, each with line and column
 */
public record ConfigReading(LintConfig config, List<Problem> problems) {
  public ConfigReading {
    problems = List.copyOf(problems);
  }
}
