package dev.redshank.core.impact;

import java.util.List;

/**
 * A statement that shows what a row says, with everything it needs on an empty database.
 *
 * @param given statements that come before and are known, one each
 * @param unseen statements that come before and that no migration tells of
 * @param earlier statements of the same transaction, right before it
 * @param statement the statement
 * @param where whether it runs in a transaction block
 */
public record Example(
    List<String> given, List<String> unseen, List<String> earlier, String statement, Where where) {
  public Example {
    given = List.copyOf(given);
    unseen = List.copyOf(unseen);
    earlier = List.copyOf(earlier);
  }

  /** Whether an example runs in a transaction block. */
  public enum Where {
    /** In one, unless the statement cannot. */
    WHERE_ALLOWED,
    INSIDE,
    OUTSIDE
  }
}
