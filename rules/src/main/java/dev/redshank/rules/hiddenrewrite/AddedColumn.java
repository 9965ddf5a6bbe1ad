package dev.redshank.rules.hiddenrewrite;

import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Batches;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A column that is added to a table with rows. */
record AddedColumn(StatementStep step, Alteration<AddColumn> alteration) {
  static Stream<AddedColumn> in(StatementStep step) {
    return step.alterations(AddColumn.class)
        .filter(added -> step.before().mayHoldRows(added.table()))
        .map(added -> new AddedColumn(step, added));
  }

  ObjectName table() {
    return alteration.table();
  }

  ColumnDefinition definition() {
    return alteration.action().column();
  }

  /** Whether it makes PostgreSQL write the table, or the partitions that hold its rows, anew. */
  boolean rewrites() {
    return !step.impactOf(alteration).rewrites().isEmpty();
  }

  /** Whether it does so if its default calls a volatile function, which nobody knows. */
  boolean mayRewrite() {
    return step.impactOf(alteration).uncertain().stream()
        .anyMatch(doubt -> doubt.fact().equals("function-volatility"));
  }

  /** Whether the column would rewrite the table even if it had no default. */
  boolean rewritesWithoutDefault() {
    ColumnDefinition with = definition();
    if (with.defaultValue().isEmpty()) {
      return rewrites();
    }
    ColumnDefinition without = new ColumnDefinition(
        with.name(),
        with.type(),
        Optional.empty(),
        with.generated(),
        with.identity(),
        with.notNull(),
        with.constraints(),
        with.span());
    AddColumn action = new AddColumn(without, alteration.action().ifNotExists(), alteration.span());
    return !step.impactOf(alteration, action).rewrites().isEmpty();
  }

  /** The type behind a domain. */
  String baseType() {
    return definition()
        .type()
        .flatMap(type -> step.before().state().type(type.name()))
        .flatMap(UserType::base)
        .map(Object::toString)
        .orElse("BASE_TYPE");
  }

  List<Uncertainty> doubts() {
    return Wording.both(step.impactOf(alteration).uncertain(), step.doubtsAbout(table()));
  }

  /** SQL that gives the rows that are there a value, and makes the column NOT NULL where it was to be. */
  List<String> backfill(String value) {
    String column = definition().name().toString();
    String head =
        "UPDATE %s SET %s = %s WHERE %s IS NULL AND".formatted(table(), column, value, column);
    List<String> lines = new ArrayList<>(Batches.over(step, table(), head));
    if (definition().notNull()) {
      lines.add("-- then NOT NULL by way of CHECK … NOT VALID, VALIDATE and SET NOT NULL");
    }
    return lines;
  }
}
