package dev.redshank.core.lint;

import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;

/** History is walked for knowledge and told to nobody. */
enum Silence implements Moments {
  MOMENTS;

  @Override
  public void begin(ReadMigration migration) {}

  @Override
  public void at(StatementStep step) {}

  @Override
  public void at(TransactionEnd end) {}

  @Override
  public void at(MigrationEnd end) {}

  @Override
  public void at(DeployEnd end) {}
}
