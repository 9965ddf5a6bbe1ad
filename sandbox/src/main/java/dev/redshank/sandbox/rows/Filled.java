package dev.redshank.sandbox.rows;

import dev.redshank.core.schema.RelationName;
import java.util.Optional;

/**
 * How many rows a table holds before a deploy.
 *
 * @param rows that it holds now, whoever made them
 * @param wanted how many it was to hold
 * @param reason why it holds fewer
 */
public record Filled(RelationName table, long rows, long wanted, Optional<String> reason) {
  /** Whether the deploy is measured on a table without rows. */
  public boolean isEmpty() {
    return rows == 0;
  }

  @Override
  public String toString() {
    String count = table + ": " + rows + (rows == 1 ? " row" : " rows");
    return reason.map(why -> count + " (" + why + ")").orElse(count);
  }
}
