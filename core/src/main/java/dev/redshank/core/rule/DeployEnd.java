package dev.redshank.core.rule;

import dev.redshank.core.schema.SchemaView;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The end of a deploy.
 *
 * <pre>{@code
 * public List<Finding> check(DeployEnd end) {
 *   return end.migrations().stream().flatMap(migration -> describe(migration).stream()).toList();
 * }
 * }</pre>
 *
 * @param migrations its migrations in run order
 * @param after the database when the last of them ended
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record DeployEnd(List<MigrationEnd> migrations, SchemaView after) implements Moment {
  public DeployEnd {
    migrations = List.copyOf(migrations);
  }

  /** Those of its transactions that hold strong locks on several tables in use, in run order. */
  public Stream<TransactionEnd> severalLocked() {
    return migrations.stream().flatMap(MigrationEnd::severalLocked);
  }
}
