package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one constraint: beside a column, on its own in a table, or of a domain. */
final class ConstraintReader {
  private final TokenCursor cursor;
  private final Optional<Identifier> column;
  private final int start;

  private ConstraintReader(TokenCursor cursor, Optional<Identifier> column) {
    this.cursor = cursor;
    this.column = column;
    this.start = cursor.position();
  }

  /** Whether a constraint of a table begins here rather than a column. */
  static boolean atTableConstraint(TokenCursor cursor) {
    return cursor.atAny("CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN")
        || cursor.at("NOT", "NULL")
        || (cursor.at("EXCLUDE") && (cursor.ahead(1, "USING") || cursor.ahead(1, TokenKind.OPEN)));
  }

  /** Reads a constraint of a table or domain. */
  static Constraint ofTable(TokenCursor cursor) {
    return new ConstraintReader(cursor, Optional.empty()).read();
  }

  /** Reads a constraint beside {@code column}. */
  static Constraint beside(Identifier column, TokenCursor cursor) {
    return new ConstraintReader(cursor, Optional.of(column)).read();
  }

  private Constraint read() {
    Optional<Identifier> name = cursor.accept("CONSTRAINT")
        ? Optional.of(cursor.identifier("a constraint's name"))
        : Optional.empty();
    if (cursor.accept("CHECK")) {
      return check(name);
    }
    if (cursor.accept("NOT", "NULL")) {
      return notNull(name);
    }
    if (cursor.accept("UNIQUE") || cursor.accept("PRIMARY", "KEY")) {
      return key(name, cursor.tokens().isWord(cursor.position() - 1, "KEY"));
    }
    if (column.isEmpty() && cursor.accept("EXCLUDE")) {
      return exclusion(name);
    }
    if (column.isEmpty() ? cursor.accept("FOREIGN", "KEY") : cursor.accept("REFERENCES")) {
      return foreignKey(name);
    }
    throw cursor.unexpected("a constraint");
  }

  private Constraint check(Optional<Identifier> name) {
    SqlExpression condition =
        cursor.brackets("a condition in parentheses").restAsExpression("a condition");
    Constraint.Traits traits = attributes();
    return new Constraint.Check(name, condition, traits, cursor.spanFrom(start));
  }

  private Constraint notNull(Optional<Identifier> name) {
    List<Identifier> columns = new ArrayList<>(column.stream().toList());
    if (column.isEmpty() && cursor.atName() && !cursor.at("NO", "INHERIT")) {
      columns.add(cursor.identifier("a column name"));
    }
    Constraint.Traits traits = attributes();
    return new Constraint.NotNull(name, columns, traits, cursor.spanFrom(start));
  }

  private Constraint key(Optional<Identifier> name, boolean primary) {
    if (cursor.accept("NULLS")) {
      cursor.accept("NOT");
      cursor.expect("DISTINCT");
    }
    List<Identifier> columns = column.stream().toList();
    Optional<Identifier> index = Optional.empty();
    if (column.isEmpty() && cursor.accept("USING", "INDEX")) {
      index = Optional.of(cursor.identifier("the name of an index"));
    } else if (column.isEmpty()) {
      columns = keyColumns();
    }
    indexOptions();
    Constraint.Traits traits = attributes();
    return primary
        ? new Constraint.PrimaryKey(name, columns, index, traits, cursor.spanFrom(start))
        : new Constraint.Unique(name, columns, index, traits, cursor.spanFrom(start));
  }

  /** The columns of a key; the last may be a range that is {@code WITHOUT OVERLAPS}, or has {@code PERIOD} before it. */
  private List<Identifier> keyColumns() {
    TokenCursor inside = cursor.brackets("a list of columns in parentheses");
    List<Identifier> columns = new ArrayList<>();
    do {
      if (inside.at("PERIOD") && inside.ahead(1, TokenKind.WORD)) {
        inside.skip(1);
      }
      columns.add(inside.identifier("a column name"));
      inside.accept("WITHOUT", "OVERLAPS");
    } while (inside.accept(TokenKind.COMMA));
    inside.expectEnd();
    return columns;
  }

  private void indexOptions() {
    if (cursor.accept("INCLUDE")) {
      cursor.brackets("a list of columns in parentheses");
    }
    if (cursor.accept("WITH")) {
      cursor.brackets("storage parameters in parentheses");
    }
    if (cursor.accept("USING", "INDEX", "TABLESPACE")) {
      cursor.identifier("the name of a tablespace");
    }
  }

  private Constraint exclusion(Optional<Identifier> name) {
    if (cursor.accept("USING")) {
      cursor.identifier("an access method");
    }
    TokenCursor inside = cursor.brackets("a list in parentheses");
    List<Identifier> columns = new ArrayList<>();
    while (!inside.atEnd()) {
      TokenCursor element = inside.untilComma();
      IndexKeys.plainColumn(element).ifPresent(columns::add);
      inside.accept(TokenKind.COMMA);
    }
    indexOptions();
    if (cursor.accept("WHERE")) {
      cursor.brackets("a condition in parentheses");
    }
    Constraint.Traits traits = attributes();
    return new Constraint.Exclusion(name, columns, traits, cursor.spanFrom(start));
  }

  private Constraint foreignKey(Optional<Identifier> name) {
    List<Identifier> columns = column.stream().toList();
    if (column.isEmpty()) {
      columns = keyColumns();
      cursor.expect("REFERENCES");
    }
    ObjectName referenced = cursor.name("the name of a table");
    List<Identifier> keys = cursor.at(TokenKind.OPEN) ? keyColumns() : List.of();
    if (cursor.accept("MATCH")) {
      cursor.label("FULL, PARTIAL or SIMPLE");
    }
    ForeignKeyAction onDelete = ForeignKeyAction.NO_ACTION;
    ForeignKeyAction onUpdate = ForeignKeyAction.NO_ACTION;
    while (cursor.accept("ON")) {
      if (cursor.accept("DELETE")) {
        onDelete = action();
      } else {
        cursor.expect("UPDATE");
        onUpdate = action();
      }
    }
    Constraint.Traits traits = attributes();
    return new Constraint.ForeignKey(
        name, columns, referenced, keys, onDelete, onUpdate, traits, cursor.spanFrom(start));
  }

  private ForeignKeyAction action() {
    if (cursor.accept("NO", "ACTION")) {
      return ForeignKeyAction.NO_ACTION;
    }
    if (cursor.accept("RESTRICT")) {
      return ForeignKeyAction.RESTRICT;
    }
    if (cursor.accept("CASCADE")) {
      return ForeignKeyAction.CASCADE;
    }
    boolean toNull = cursor.accept("SET", "NULL");
    if (!toNull && !cursor.accept("SET", "DEFAULT")) {
      throw cursor.unexpected("NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT");
    }
    if (cursor.at(TokenKind.OPEN)) {
      cursor.columnList();
    }
    return toNull ? ForeignKeyAction.SET_NULL : ForeignKeyAction.SET_DEFAULT;
  }

  private Constraint.Traits attributes() {
    return ConstraintAttributes.read(cursor).traits();
  }
}
