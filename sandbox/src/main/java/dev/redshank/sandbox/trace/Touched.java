package dev.redshank.sandbox.trace;

import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.lint.RehearsedMigration;
import dev.redshank.core.lint.RehearsedStatement;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterDomain;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.core.statement.Update;
import dev.redshank.sandbox.rows.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a deploy works on, as its claims tell, and what it will demand of the rows there. */
final class Touched {
  private final SortedSet<RelationName> relations = new TreeSet<>();
  private final SortedMap<String, SortedSet<String>> updatedColumns = new TreeMap<>();
  private final List<Expected.Reference> references = new ArrayList<>();
  private final List<Expected.Condition> conditions = new ArrayList<>();
  private final List<Expected.DomainCondition> domainConditions = new ArrayList<>();
  private final List<Expected.Different> different = new ArrayList<>();

  private Touched() {}

  /**
   * @param deploy whose tables are filled
   * @param later what else follows and finds the same rows, the deploy among it
   */
  static Touched by(List<RehearsedMigration> deploy, List<RehearsedMigration> later) {
    Touched touched = new Touched();
    for (RehearsedMigration migration : deploy) {
      for (RehearsedStatement statement : migration.statements()) {
        statement.claim().ifPresent(touched::add);
        statement.updates().forEach(touched::add);
      }
    }
    for (RehearsedMigration migration : later) {
      migration.statements().forEach(statement -> touched.expect(statement.statement()));
    }
    return touched;
  }

  /** Relations that are locked, read or written anew; they need not exist yet. */
  SortedSet<RelationName> relations() {
    return relations;
  }

  Expected expected() {
    return new Expected(updatedColumns, references, conditions, domainConditions, different);
  }

  private void expect(Statement statement) {
    if (statement instanceof AlterTable alter) {
      for (AlterAction action : alter.actions()) {
        if (action instanceof AlterAction.AddConstraint added) {
          expect(alter.table().name(), added.constraint());
        }
      }
    } else if (statement instanceof AlterDomain alter
        && alter.action() instanceof AlterAction.AddConstraint added
        && added.constraint() instanceof Constraint.Check check) {
      domainConditions.add(
          new Expected.DomainCondition(alter.name().name(), check.condition().sql()));
    } else if (statement instanceof CreateIndex index
        && index.unique()
        && index.predicate().isEmpty()
        && index.columns().size() == index.keys().size()) {
      different.add(new Expected.Different(index.table().name(), names(index.columns())));
    }
  }

  private void expect(String table, Constraint constraint) {
    if (constraint instanceof Constraint.ForeignKey key) {
      references.add(new Expected.Reference(
          table, names(key.columns()), key.referenced().name(), names(key.referencedColumns())));
    } else if (constraint instanceof Constraint.Check check) {
      conditions.add(new Expected.Condition(table, check.condition().sql()));
    } else if (constraint instanceof Constraint.Unique
        || constraint instanceof Constraint.PrimaryKey) {
      if (!constraint.columns().isEmpty()) {
        different.add(new Expected.Different(table, names(constraint.columns())));
      }
    }
  }

  private static List<String> names(List<Identifier> identifiers) {
    return identifiers.stream().map(Identifier::name).toList();
  }

  private void add(StatementImpact claim) {
    claim.locks().forEach(lock -> relations.add(lock.relation()));
    relations.addAll(claim.scans());
    relations.addAll(claim.rewrites());
  }

  private void add(Update update) {
    SortedSet<String> columns =
        updatedColumns.computeIfAbsent(update.table().name(), table -> new TreeSet<>());
    update.columns().stream().map(Identifier::name).forEach(columns::add);
  }

  /** A statement outside any migration. */
  static RehearsedStatement read(SqlStatement statement) {
    return new RehearsedStatement(
        statement, new StatementReader().read(statement), Optional.empty(), true, List.of());
  }
}
