package dev.redshank.core.rule;

import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.text.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The end of a migration.
 *
 * <pre>{@code
 * public List<Finding> check(MigrationEnd end) {
 *   return end.transactions().size() > 1 ? describe(end) : List.of();
 * }
 * }</pre>
 *
 * @param steps its statements in order
 * @param transactions its transactions in order, as each ended
 * @param before the database when it began; for a down migration, right after the migration that it takes back
 * @param after the database when it ended
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record MigrationEnd(
    MigrationFile migration,
    SourceText source,
    List<StatementStep> steps,
    List<TransactionEnd> transactions,
    SchemaView before,
    SchemaView after)
    implements Moment {
  public MigrationEnd {
    steps = List.copyOf(steps);
    transactions = List.copyOf(transactions);
  }

  /** Those of its transactions that hold strong locks on several tables in use, in order. */
  public Stream<TransactionEnd> severalLocked() {
    return transactions.stream().filter(TransactionEnd::locksSeveral);
  }

  /**
   * Whether Flyway refuses the whole script before it runs a statement, as some of them refuse a transaction and others do
   * not ("Detected both transactional and non-transactional statements within the same migration").
   */
  public boolean isRefusedAsMixed() {
    return migration.transactions() == TransactionMode.DETECTED
        && topLevel().anyMatch(step -> FlywayTransactions.refusesTransaction(step.statement()))
        && topLevel().anyMatch(step -> !FlywayTransactions.refusesTransaction(step.statement()));
  }

  private Stream<StatementStep> topLevel() {
    return steps.stream().filter(step -> step.enclosures().isEmpty());
  }
}
