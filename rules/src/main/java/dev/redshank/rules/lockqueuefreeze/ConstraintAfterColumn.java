package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Constraint.Check;
import dev.redshank.core.statement.Constraint.ForeignKey;
import dev.redshank.core.statement.Constraint.PrimaryKey;
import dev.redshank.core.statement.Constraint.Unique;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.text.Span;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** A column first, and what was written beside it one step after another. */
record ConstraintAfterColumn(StatementStep step, Alteration<AddColumn> added) {
  List<String> recipe() {
    ColumnDefinition column = added.action().column();
    List<String> lines = new ArrayList<>();
    String type = column.type().map(found -> " " + step.sqlAt(found.span())).orElse("");
    String value = column.defaultValue().map(found -> " DEFAULT " + found.sql()).orElse("");
    String notNull = column.notNull() && !value.isEmpty() ? " NOT NULL" : "";
    lines.add("SET lock_timeout = '2s';");
    lines.add("ALTER TABLE %s ADD COLUMN %s%s%s%s;"
        .formatted(added.table(), column.name(), type, value, notNull));
    column.constraints().forEach(constraint -> lines.addAll(later(constraint)));
    return lines;
  }

  private List<String> later(Constraint constraint) {
    Identifier column = added.action().column().name();
    if (constraint instanceof Check check) {
      return validated(
          name(constraint, "check"),
          "CHECK (%s)".formatted(step.sqlAt(check.condition().span())));
    }
    if (constraint instanceof ForeignKey key) {
      Span rest = new Span(key.referenced().span().start(), key.span().end());
      return validated(
          name(constraint, "fkey"),
          "FOREIGN KEY (%s) REFERENCES %s".formatted(column, step.sqlAt(rest)));
    }
    if (constraint instanceof Unique) {
      return indexed(name(constraint, "key"), "UNIQUE");
    }
    if (constraint instanceof PrimaryKey) {
      return indexed(Wording.named(added.table().name(), "pkey"), "PRIMARY KEY");
    }
    return List.of();
  }

  private String name(Constraint constraint, String suffix) {
    return constraint
        .name()
        .map(Identifier::toString)
        .orElseGet(() ->
            Wording.named(added.table().name(), added.action().column().name().name(), suffix));
  }

  private List<String> validated(String name, String definition) {
    return List.of(
        "-- in a transaction of its own",
        "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID;".formatted(added.table(), name, definition),
        "-- in a later one; reads and writes go on",
        "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(added.table(), name));
  }

  private List<String> indexed(String name, String words) {
    String column = added.action().column().name().toString();
    return List.of(
        "-- in a migration of its own, outside a transaction, without lock_timeout and statement_timeout",
        "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s (%s);".formatted(name, added.table(), column),
        "ALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s;"
            .formatted(added.table(), name, words, name));
  }
}
