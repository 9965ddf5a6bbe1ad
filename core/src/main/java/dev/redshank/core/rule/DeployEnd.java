package dev.redshank.core.rule;

import dev.redshank.core.schema.SchemaView;
import java.util.List;
import java.util.stream.Stream;

/**
 * The end of a deploy.
 *
 * @param migrations its migrations in run order
 * @param after the database when the last of them ended
 */
public record DeployEnd(List<MigrationEnd> migrations, SchemaView after) implements Moment {
  public DeployEnd {
    migrations = List.copyOf(migrations);
  }

  /** Those of its transactions that hold strong locks on several tables in use, in run order. */
  public Stream<TransactionEnd> severalLocked() {
    return migrations.stream().flatMap(MigrationEnd::severalLocked);
  }
}
