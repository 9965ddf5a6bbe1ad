package dev.redshank.sandbox.trace;

import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.lint.RehearsedMigration;
import dev.redshank.core.lint.RehearsedStatement;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.core.statement.Update;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a deploy works on, as its claims tell.
 *
 * @param relations that are locked, read or written anew; they need not exist yet
 * @param updatedColumns of each table name, without schema, the columns that an UPDATE sets
 */
record Touched(
    SortedSet<RelationName> relations, SortedMap<String, SortedSet<String>> updatedColumns) {
  static Touched by(List<RehearsedMigration> deploy) {
    Touched touched = new Touched(new TreeSet<>(), new TreeMap<>());
    for (RehearsedMigration migration : deploy) {
      for (RehearsedStatement statement : migration.statements()) {
        statement.claim().ifPresent(touched::add);
        statement.updates().forEach(touched::add);
      }
    }
    return touched;
  }

  private void add(StatementImpact claim) {
    claim.locks().forEach(lock -> relations.add(lock.relation()));
    relations.addAll(claim.scans());
    relations.addAll(claim.rewrites());
  }

  private void add(Update update) {
    SortedSet<String> columns = updatedColumns.computeIfAbsent(
        update.table().name(), table -> new TreeSet<>());
    update.columns().stream().map(Identifier::name).forEach(columns::add);
  }

  /** A statement outside any migration. */
  static RehearsedStatement read(SqlStatement statement) {
    return new RehearsedStatement(
        statement, new StatementReader().read(statement), Optional.empty(), List.of());
  }
}
