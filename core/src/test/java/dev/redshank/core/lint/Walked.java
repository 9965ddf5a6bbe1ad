package dev.redshank.core.lint;

import dev.redshank.core.impact.Timeout;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.Tool;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Migrations walked in memory, and everything that the timeline told about them. */
final class Walked implements Moments {
  final List<StatementStep> steps = new ArrayList<>();
  final List<TransactionEnd> transactions = new ArrayList<>();
  final List<MigrationEnd> migrations = new ArrayList<>();
  final List<DeployEnd> deploys = new ArrayList<>();
  SchemaState last = SchemaState.empty();
  private final Timeline timeline;
  private int number;

  private Walked(Optional<String> since) {
    LintSettings settings =
        new LintSettings(PgVersion.DEFAULT, since, Optional.empty(), Timeout.UNSET, Timeout.UNSET);
    timeline = new Timeline(settings, this, true);
  }

  static Walked migrations() {
    return new Walked(Optional.empty());
  }

  static Walked since(String version) {
    return new Walked(Optional.of(version));
  }

  Walked wrapped(String sql) {
    return walk(sql, TransactionMode.WRAPPED, Direction.UP);
  }

  Walked autocommit(String sql) {
    return walk(sql, TransactionMode.AUTOCOMMIT, Direction.UP);
  }

  Walked oneMessage(String sql) {
    return walk(sql, TransactionMode.SIMPLE_QUERY, Direction.UP);
  }

  Walked by(TransactionMode mode, String sql) {
    return walk(sql, mode, Direction.UP);
  }

  Walked down(String sql) {
    return walk(sql, TransactionMode.WRAPPED, Direction.DOWN);
  }

  private Walked walk(String sql, TransactionMode mode, Direction direction) {
    number += direction == Direction.UP ? 1 : 0;
    String path = "V" + number + "__test.sql";
    MigrationFile file = new MigrationFile(
        Path.of(path),
        path,
        String.valueOf(number),
        "test",
        direction,
        Tool.FLYWAY,
        mode,
        false,
        direction == Direction.DOWN ? Optional.of(String.valueOf(number)) : Optional.empty());
    ReadMigration.read(file, SourceText.of(path, sql)).forEach(timeline::walk);
    return this;
  }

  Walked end() {
    timeline.end();
    return this;
  }

  StatementStep last() {
    return steps.get(steps.size() - 1);
  }

  @Override
  public void begin(ReadMigration migration) {}

  @Override
  public void at(StatementStep step) {
    steps.add(step);
  }

  @Override
  public void at(TransactionEnd end) {
    transactions.add(end);
  }

  @Override
  public void at(MigrationEnd end) {
    migrations.add(end);
  }

  @Override
  public void at(DeployEnd end) {
    deploys.add(end);
  }

  @Override
  public void end(SchemaState state) {
    last = state;
  }
}
