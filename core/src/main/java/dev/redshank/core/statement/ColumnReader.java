package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a column as CREATE TABLE or ADD COLUMN writes it. */
final class ColumnReader {
  private final TokenCursor cursor;
  private final int start;
  private final Identifier name;
  private final List<Constraint> constraints = new ArrayList<>();
  private Optional<SqlExpression> defaultValue = Optional.empty();
  private Optional<ColumnDefinition.Generated> generated = Optional.empty();
  private Optional<ColumnDefinition.Identity> identity = Optional.empty();
  private boolean notNull;

  private ColumnReader(TokenCursor cursor) {
    this.cursor = cursor;
    this.start = cursor.position();
    this.name = cursor.identifier("a column name");
  }

  /** Reads a column with its type, to the cursor's end. */
  static ColumnDefinition read(TokenCursor cursor) {
    ColumnReader reader = new ColumnReader(cursor);
    TypeName type = TypeReader.read(cursor);
    return reader.clauses(Optional.of(type));
  }

  /** Reads a column of a typed table or partition, which has its type from there. */
  static ColumnDefinition withoutType(TokenCursor cursor) {
    ColumnReader reader = new ColumnReader(cursor);
    cursor.accept("WITH", "OPTIONS");
    return reader.clauses(Optional.empty());
  }

  private ColumnDefinition clauses(Optional<TypeName> type) {
    while (!cursor.atEnd()) {
      clause();
    }
    return new ColumnDefinition(
        name,
        type,
        defaultValue,
        generated,
        identity,
        notNull,
        constraints,
        cursor.spanFrom(start));
  }

  private void clause() {
    if (cursor.accept("COLLATE")) {
      cursor.qualified("a collation");
    } else if (cursor.accept("COMPRESSION") || cursor.accept("STORAGE")) {
      cursor.label("the name of a method");
    } else if (cursor.accept("OPTIONS")) {
      cursor.brackets("options in parentheses");
    } else {
      constraint();
    }
  }

  /** PostgreSQL lets any of these clauses have a name, and forgets it where it makes no constraint. */
  private void constraint() {
    int from = cursor.position();
    boolean named = cursor.accept("CONSTRAINT");
    if (named) {
      cursor.identifier("a constraint's name");
    }
    if (cursor.accept("DEFAULT")) {
      defaultValue = Optional.of(DefaultReader.read(cursor));
    } else if (cursor.accept("NULL")) {
      ConstraintAttributes.read(cursor);
    } else if (cursor.at("GENERATED")) {
      generated();
    } else {
      cursor.reset(from);
      keep(ConstraintReader.beside(name, cursor));
    }
  }

  private void keep(Constraint constraint) {
    boolean plain =
        constraint instanceof Constraint.NotNull && constraint.name().isEmpty();
    notNull |= constraint instanceof Constraint.NotNull;
    if (!plain) {
      constraints.add(constraint);
    }
  }

  private void generated() {
    int from = cursor.position();
    cursor.expect("GENERATED");
    boolean always = cursor.accept("ALWAYS");
    if (!always) {
      cursor.expect("BY", "DEFAULT");
    }
    cursor.expect("AS");
    if (cursor.accept("IDENTITY")) {
      if (cursor.at(TokenKind.OPEN)) {
        cursor.skipBalanced();
      }
      ConstraintAttributes.read(cursor);
      identity = Optional.of(new ColumnDefinition.Identity(always, cursor.spanFrom(from)));
      return;
    }
    SqlExpression expression = cursor
        .brackets("IDENTITY or an expression in parentheses")
        .restAsExpression("an expression");
    boolean stored = cursor.accept("STORED");
    if (!stored) {
      cursor.accept("VIRTUAL");
    }
    generated =
        Optional.of(new ColumnDefinition.Generated(expression, stored, cursor.spanFrom(from)));
  }
}
