package dev.redshank.cli;

import dev.redshank.core.migration.Problem;
import java.util.List;

/** A file that steers the run has mistakes, so there is no run. */
final class BrokenInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  BrokenInputException(List<Problem> problems) {
    super(problems.get(0).message());
    this.problems = List.copyOf(problems);
  }

  List<Problem> problems() {
    return problems;
  }
}
