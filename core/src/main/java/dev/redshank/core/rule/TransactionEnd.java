package dev.redshank.core.rule;

import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * The end of a transaction.
 *
 * @param steps its statements in order, also those inside DO blocks
 * @param state the transaction just before it ends, with every lock that it holds
 * @param committed whether its work stays
 * @param span the COMMIT or ROLLBACK; empty where the runner or the end of the file ends it
 */
public record TransactionEnd(
    MigrationFile migration,
    SourceText source,
    List<StatementStep> steps,
    TransactionState state,
    boolean committed,
    Optional<Span> span)
    implements Moment {
  public TransactionEnd {
    steps = List.copyOf(steps);
  }
}
