package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.text.Span;
import java.util.Optional;

/** Reads what ALTER COLUMN does to one column. */
final class AlterColumnReader {
  private final TokenCursor cursor;
  private final int start;
  private final Identifier column;

  private AlterColumnReader(TokenCursor cursor, int start, Identifier column) {
    this.cursor = cursor;
    this.start = start;
    this.column = column;
  }

  /**
   * Reads on from the column's name.
   *
   * @param start where the action begins
   */
  static AlterAction read(TokenCursor cursor, int start) {
    if (cursor.at(TokenKind.NUMBER)) {
      return ofNumberedColumn(cursor, start);
    }
    return new AlterColumnReader(cursor, start, cursor.identifier("a column name")).read();
  }

  private static AlterAction ofNumberedColumn(TokenCursor cursor, int start) {
    String number = cursor.text("the number of a column");
    cursor.expect("SET", "STATISTICS");
    statisticsTarget(cursor);
    return new AlterAction.SetStatistics(number, cursor.spanFrom(start));
  }

  private static void statisticsTarget(TokenCursor cursor) {
    cursor.acceptOperator("-");
    if (!cursor.accept("DEFAULT")) {
      cursor.expect(TokenKind.NUMBER, "a number");
    }
  }

  private AlterAction read() {
    return switch (cursor.word()) {
      case "TYPE" -> type();
      case "DROP" -> drop();
      case "ADD" -> addIdentity();
      case "RESTART" -> alterIdentity();
      case "RESET" -> options();
      case "OPTIONS" -> foreignOptions();
      default -> set();
    };
  }

  private AlterAction type() {
    cursor.expect("TYPE");
    TypeName type = TypeReader.read(cursor);
    Optional<ObjectName> collation =
        cursor.accept("COLLATE") ? Optional.of(cursor.qualified("a collation")) : Optional.empty();
    Optional<SqlExpression> using = cursor.accept("USING")
        ? Optional.of(cursor.restAsExpression("an expression"))
        : Optional.empty();
    return new AlterAction.AlterColumnType(column, type, collation, using, span());
  }

  private AlterAction drop() {
    cursor.expect("DROP");
    if (cursor.accept("DEFAULT")) {
      return new AlterAction.DropDefault(column, span());
    }
    if (cursor.accept("NOT", "NULL")) {
      return new AlterAction.DropNotNull(column, span());
    }
    boolean expression = cursor.accept("EXPRESSION");
    if (!expression) {
      cursor.expect("IDENTITY");
    }
    boolean ifExists = cursor.accept("IF", "EXISTS");
    return expression
        ? new AlterAction.DropExpression(column, ifExists, span())
        : new AlterAction.DropIdentity(column, ifExists, span());
  }

  private AlterAction addIdentity() {
    cursor.expect("ADD");
    cursor.expect("GENERATED");
    boolean always = cursor.accept("ALWAYS");
    if (!always) {
      cursor.expect("BY", "DEFAULT");
    }
    cursor.expect("AS", "IDENTITY");
    if (cursor.at(TokenKind.OPEN)) {
      cursor.skipBalanced();
    }
    return new AlterAction.AddIdentity(column, always, span());
  }

  /** Any number of {@code SET GENERATED …}, {@code SET} of a sequence option, and {@code RESTART}. */
  private AlterAction alterIdentity() {
    while (!cursor.atEnd()) {
      if (cursor.accept("SET", "GENERATED")) {
        if (!cursor.accept("ALWAYS")) {
          cursor.expect("BY", "DEFAULT");
        }
      } else {
        if (!cursor.at("RESTART")) {
          cursor.expect("SET");
        }
        SequenceOptions.readOne(cursor);
      }
    }
    return new AlterAction.AlterIdentity(column, span());
  }

  private AlterAction options() {
    boolean reset = cursor.accept("RESET");
    if (!reset) {
      cursor.expect("SET");
    }
    cursor.brackets("options in parentheses");
    return new AlterAction.SetColumnOptions(column, reset, span());
  }

  private AlterAction foreignOptions() {
    cursor.expect("OPTIONS");
    cursor.brackets("options in parentheses");
    return new AlterAction.ForeignOptions(Optional.of(column), span());
  }

  private AlterAction set() {
    if (cursor.accept("SET", "DATA")) {
      return type();
    }
    if (cursor.accept("SET", "DEFAULT")) {
      SqlExpression value = cursor.restAsExpression("an expression");
      return new AlterAction.SetDefault(column, value, span());
    }
    if (cursor.accept("SET", "NOT", "NULL")) {
      return new AlterAction.SetNotNull(column, span());
    }
    if (cursor.accept("SET", "EXPRESSION", "AS")) {
      TokenCursor inside = cursor.brackets("an expression in parentheses");
      SqlExpression expression = inside.restAsExpression("an expression");
      return new AlterAction.SetExpression(column, expression, span());
    }
    return setOption();
  }

  private AlterAction setOption() {
    if (cursor.accept("SET", "STATISTICS")) {
      statisticsTarget(cursor);
      return new AlterAction.SetStatistics(column.name(), span());
    }
    if (cursor.accept("SET", "STORAGE")) {
      return new AlterAction.SetStorage(column, cursor.label("a storage").name(), span());
    }
    if (cursor.accept("SET", "COMPRESSION")) {
      return new AlterAction.SetCompression(column, cursor.label("a method").name(), span());
    }
    if (cursor.at("SET") && cursor.ahead(1, TokenKind.OPEN)) {
      return options();
    }
    if (cursor.at("SET")) {
      return alterIdentity();
    }
    throw cursor.unexpected("TYPE, SET, DROP or another change of a column");
  }

  private Span span() {
    return cursor.spanFrom(start);
  }
}
