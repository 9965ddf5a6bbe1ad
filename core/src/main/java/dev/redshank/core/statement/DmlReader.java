package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads SELECT and the statements that change rows, with or without WITH before them. */
final class DmlReader {
  private final TokenCursor cursor;
  private final Set<String> variables;
  private final int start;

  private DmlReader(TokenCursor cursor, Set<String> variables) {
    this.cursor = cursor;
    this.variables = variables;
    this.start = cursor.position();
  }

  /** Whether such a statement comes next. */
  static boolean begins(TokenCursor cursor) {
    return cursor.at(TokenKind.OPEN)
        || cursor.atAny("SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE");
  }

  static Statement read(TokenCursor cursor) {
    return new DmlReader(cursor, Set.of()).read(true);
  }

  /**
   * Reads a statement inside a body, where SELECT INTO is an assignment.
   *
   * @param variables the names of variables and parameters, folded
   */
  static Statement readInBody(TokenCursor cursor, Set<String> variables) {
    return new DmlReader(cursor, variables).read(false);
  }

  /** The statements that change data among the WITH queries at the beginning, as far as they can be read. */
  static List<Statement> changesIn(Tokens tokens) {
    List<Statement> changes = new ArrayList<>();
    try {
      for (Tokens query : WithQueries.read(new TokenCursor(tokens)).values()) {
        Statement statement = read(new TokenCursor(query));
        if (isChange(statement)) {
          changes.add(statement);
        }
      }
    } catch (UnexpectedToken unread) {
      return List.of();
    }
    return changes;
  }

  private static boolean isChange(Statement statement) {
    return statement instanceof Insert
        || statement instanceof Update
        || statement instanceof Delete
        || statement instanceof Merge;
  }

  private Statement read(boolean selectIntoCreates) {
    Map<String, Tokens> with = WithQueries.read(cursor);
    return switch (cursor.word()) {
      case "INSERT" -> insert(with.isEmpty());
      case "UPDATE" -> update(with);
      case "DELETE" -> delete(with);
      case "MERGE" -> merge();
      case "SELECT", "VALUES", "TABLE" -> SelectReader.read(cursor, start, selectIntoCreates);
      default -> {
        if (!cursor.at(TokenKind.OPEN)) {
          throw cursor.unexpected("a statement behind the WITH queries");
        }
        yield SelectReader.read(cursor, start, selectIntoCreates);
      }
    };
  }

  private Statement insert(boolean withoutWith) {
    cursor.expect("INSERT", "INTO");
    ObjectName table = cursor.name("a table");
    if (cursor.accept("AS")) {
      cursor.identifier("an alias");
    }
    List<Identifier> columns = atColumnList() ? insertColumns() : List.of();
    if (cursor.accept("OVERRIDING")) {
      cursor.skip(2);
    }
    int from = withoutWith ? cursor.position() : start;
    Insert.InsertSource source = insertSource();
    boolean onConflict = false;
    List<Identifier> updated = List.of();
    while (!cursor.atEnd()) {
      onConflict |= cursor.at("ON", "CONFLICT");
      if (cursor.accept("DO", "UPDATE", "SET")) {
        updated = setColumns();
      } else {
        cursor.skipBalanced();
      }
    }
    Query query = QueryReader.read(cursor.tokensFrom(from));
    return new Insert(table, columns, source, onConflict, updated, query, cursor.spanFrom(start));
  }

  /** Parentheses hold columns, or a query whose rows are inserted. */
  private boolean atColumnList() {
    return cursor.at(TokenKind.OPEN)
        && !cursor.ahead(1, TokenKind.OPEN)
        && !cursor.ahead(1, "SELECT")
        && !cursor.ahead(1, "WITH")
        && !cursor.ahead(1, "VALUES")
        && !cursor.ahead(1, "TABLE");
  }

  private List<Identifier> insertColumns() {
    TokenCursor inside = cursor.brackets("columns");
    List<Identifier> columns = new ArrayList<>();
    do {
      columns.add(inside.identifier("a column"));
      inside.untilComma();
    } while (inside.accept(TokenKind.COMMA));
    return columns;
  }

  private Insert.InsertSource insertSource() {
    if (cursor.at("DEFAULT", "VALUES")) {
      return Insert.InsertSource.DEFAULT_VALUES;
    }
    if (cursor.at("VALUES")) {
      return Insert.InsertSource.VALUES;
    }
    boolean query = cursor.atAny("SELECT", "WITH", "TABLE") || cursor.at(TokenKind.OPEN);
    if (!query) {
      throw cursor.unexpected("VALUES or a query");
    }
    return Insert.InsertSource.QUERY;
  }

  private Statement update(Map<String, Tokens> with) {
    cursor.expect("UPDATE");
    RowSources sources = new RowSources(variables);
    with.forEach(sources::addWithQuery);
    boolean only = cursor.at("ONLY");
    ObjectName table = target(sources, "SET");
    cursor.expect("SET");
    List<Identifier> columns = setColumns();
    if (cursor.accept("FROM")) {
      sources.addJoined(until("WHERE", "RETURNING"));
    }
    RowFilter filter = filter(sources);
    Query query = QueryReader.read(cursor.tokensFrom(start));
    return new Update(table, only, columns, filter, query, cursor.spanFrom(start));
  }

  private Statement delete(Map<String, Tokens> with) {
    cursor.expect("DELETE", "FROM");
    RowSources sources = new RowSources(variables);
    with.forEach(sources::addWithQuery);
    boolean only = cursor.at("ONLY");
    ObjectName table = target(sources, "USING");
    if (cursor.accept("USING")) {
      sources.addJoined(until("WHERE", "RETURNING"));
    }
    RowFilter filter = filter(sources);
    Query query = QueryReader.read(cursor.tokensFrom(start));
    return new Delete(table, only, filter, query, cursor.spanFrom(start));
  }

  private Statement merge() {
    cursor.expect("MERGE", "INTO");
    boolean only = cursor.at("ONLY");
    ObjectName table = targetName();
    until("USING");
    cursor.expect("USING");
    until("WHEN");
    MergeActions actions = MergeActions.read(cursor);
    return new Merge(
        table,
        only,
        actions.updated(),
        actions.inserts(),
        actions.insertsInOrder(),
        actions.inserted(),
        actions.deletes(),
        QueryReader.read(cursor.tokensFrom(start)),
        cursor.spanFrom(start));
  }

  private ObjectName target(RowSources sources, String notAnAlias) {
    ObjectName table = targetName();
    boolean as = cursor.accept("AS");
    boolean alias = as || (cursor.atName() && !cursor.at(notAnAlias));
    sources.addTarget(alias ? cursor.identifier("an alias").name() : table.name());
    return table;
  }

  private ObjectName targetName() {
    cursor.accept("ONLY");
    boolean wrapped = cursor.accept(TokenKind.OPEN);
    ObjectName table = cursor.name("a table");
    if (wrapped) {
      cursor.expect(TokenKind.CLOSE, "a closing parenthesis");
    }
    cursor.acceptOperator("*");
    return table;
  }

  private List<Identifier> setColumns() {
    List<Identifier> columns = new ArrayList<>();
    do {
      if (cursor.at(TokenKind.OPEN)) {
        columns.addAll(cursor.columnList());
      } else {
        columns.add(cursor.identifier("a column"));
      }
      skipAssignment();
    } while (cursor.accept(TokenKind.COMMA));
    return columns;
  }

  private void skipAssignment() {
    while (!cursor.atEnd() && !cursor.at(TokenKind.COMMA) && !cursor.atAny("WHERE", "RETURNING")) {
      if (cursor.accept("DISTINCT", "FROM")) {
        continue;
      }
      if (cursor.at("FROM")) {
        return;
      }
      cursor.skipBalanced();
    }
  }

  private RowFilter filter(RowSources sources) {
    if (!cursor.accept("WHERE")) {
      cursor.rest();
      return RowFilter.NONE;
    }
    Tokens condition = until("RETURNING");
    if (condition.isEmpty()) {
      throw cursor.unexpected("a condition");
    }
    cursor.rest();
    return new RowFilterReader(sources).read(condition);
  }

  /** The tokens up to the first of these words outside brackets, or to the end. */
  private Tokens until(String... words) {
    int from = cursor.position();
    while (!cursor.atEnd() && !cursor.atAny(words)) {
      cursor.skipBalanced();
    }
    return cursor.tokensFrom(from);
  }
}
