package dev.redshank.core.project;

import dev.redshank.core.migration.Problem;
import java.util.List;

/** What steers a run has mistakes, so there is no run. The message is all of them, a line each. */
public final class BrokenInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public BrokenInputException(List<Problem> problems) {
    super(String.join(
        "\n",
        problems.stream()
            .map(problem -> problem.path() + ": " + problem.message())
            .toList()));
    this.problems = List.copyOf(problems);
  }

  /** The mistakes, each with its place and its repair. */
  public List<Problem> problems() {
    return problems;
  }
}
