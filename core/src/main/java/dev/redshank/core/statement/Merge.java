package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code MERGE}.
 *
 * @param only whether ONLY is said: its partitions and children are left alone
 * @param updated the columns that it sets in rows that are there
 * @param inserts whether it inserts rows
 * @param insertsInOrder whether it gives values to the first columns of new rows without naming them
 * @param inserted the columns that it names for new rows
 * @param deletes whether it deletes rows
 */
public record Merge(
    ObjectName table,
    boolean only,
    List<Identifier> updated,
    boolean inserts,
    boolean insertsInOrder,
    List<Identifier> inserted,
    boolean deletes,
    Query query,
    Span span)
    implements Statement {
  public Merge {
    updated = List.copyOf(updated);
    inserted = List.copyOf(inserted);
  }

  @Override
  public String kind() {
    return "MERGE";
  }
}
