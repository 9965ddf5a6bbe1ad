package dev.redshank.core.lint;

import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.SchemaState;

/** Who listens to a {@link Timeline}. Only what is under review is told. */
interface Moments {
  /** Before the first statement of a migration. */
  void begin(ReadMigration migration);

  void at(StatementStep step);

  void at(TransactionEnd end);

  void at(MigrationEnd end);

  void at(DeployEnd end);

  /** Behind the last migration of a database that was read: how the database looks then. */
  default void end(SchemaState last) {}
}
