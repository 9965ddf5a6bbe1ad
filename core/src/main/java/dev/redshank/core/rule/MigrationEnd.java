package dev.redshank.core.rule;

import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.text.SourceText;
import java.util.List;

/**
 * The end of a migration.
 *
 * @param steps its statements in order
 * @param before the database when it began; for a down migration, right after the migration that it takes back
 * @param after the database when it ended
 */
public record MigrationEnd(
    MigrationFile migration,
    SourceText source,
    List<StatementStep> steps,
    SchemaView before,
    SchemaView after)
    implements Moment {
  public MigrationEnd {
    steps = List.copyOf(steps);
  }
}
