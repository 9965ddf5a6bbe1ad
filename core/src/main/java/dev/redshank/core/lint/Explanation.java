package dev.redshank.core.lint;

import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.text.SourceText;
import java.util.List;
import java.util.Map;

/**
 * What the statements under review do, in order of place.
 *
 * @param problems what the user must mend
 * @param files how many migrations were read
 * @param sources the text of each migration with a part that was not read, by path
 */
public record Explanation(
    PgVersion postgres,
    List<Explained> statements,
    List<NotRead> notRead,
    List<Problem> problems,
    int files,
    Map<String, SourceText> sources) {
  public Explanation {
    statements = List.copyOf(statements);
    notRead = List.copyOf(notRead);
    problems = List.copyOf(problems);
    sources = Map.copyOf(sources);
  }
}
