package dev.redshank.sandbox.replay.report;

import dev.redshank.core.finding.Finding;
import java.util.List;

/** Asks the linter, which the sandbox itself does not know. */
public interface Linting {
  /** Says nothing about anything. */
  Linting NONE = (given, statements) -> List.of();

  /**
   * What the linter says about statements of a migration.
   *
   * @param given the history before them
   */
  List<Finding> findings(List<String> given, List<String> statements);
}
