package dev.redshank.core.lint;

import java.util.List;
import java.util.Set;

/**
 * What a run's migrations do to the database as a whole.
 *
 * @param tables the tables in use that they lock, in the order in which they are locked at their strongest
 * @param oneDeploy whether they go out together
 * @param applied migrations that ran somewhere and must not be edited, as far as anybody says
 */
public record Verdict(List<TouchedTable> tables, boolean oneDeploy, Set<String> applied) {
  public Verdict {
    applied = Set.copyOf(applied);
    tables = List.copyOf(tables);
  }
}
