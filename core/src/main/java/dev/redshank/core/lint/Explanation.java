package dev.redshank.core.lint;

import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.PgVersion;
import java.util.List;

/**
 * What the statements under review do, in order of place.
 *
 * @param problems what the user must mend
 * @param files how many migrations were read
 */
public record Explanation(
    PgVersion postgres,
    List<Explained> statements,
    List<NotRead> notRead,
    List<Problem> problems,
    int files) {
  public Explanation {
    statements = List.copyOf(statements);
    notRead = List.copyOf(notRead);
    problems = List.copyOf(problems);
  }
}
