package dev.redshank.core.impact;

import dev.redshank.core.statement.Statement;
import java.util.List;
import java.util.Optional;

/** What every statement does to the relations that it touches, stated once, as rows of data. */
public final class ImpactTable {
  private ImpactTable() {}

  /** What {@code statement} does in {@code situation}. */
  public static StatementImpact impactOf(Statement statement, Situation situation) {
    return new StatementImpact(
        List.of(), List.of(), List.of(), List.of(), false, WalVolume.NONE, false, Optional.empty(), List.of());
  }
}
