package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.List;
import java.util.Optional;

/** Reads CREATE INDEX. */
final class IndexReader {
  private static final String DEFAULT_METHOD = "btree";

  private final TokenCursor cursor;
  private List<Identifier> included = List.of();
  private Optional<SqlExpression> predicate = Optional.empty();

  private IndexReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  static Statement create(TokenCursor cursor) {
    return new IndexReader(cursor).create();
  }

  private Statement create() {
    cursor.expect("CREATE");
    boolean unique = cursor.accept("UNIQUE");
    cursor.expect("INDEX");
    boolean concurrently = cursor.accept("CONCURRENTLY");
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    Optional<ObjectName> name = cursor.at("ON") && !ifNotExists
        ? Optional.empty()
        : Optional.of(cursor.qualified("the name of an index"));
    cursor.expect("ON");
    boolean only = cursor.accept("ONLY");
    ObjectName table = cursor.name("the name of a table");
    cursor.acceptOperator("*");
    String method =
        cursor.accept("USING") ? cursor.identifier("an access method").name() : DEFAULT_METHOD;
    List<CreateIndex.IndexKey> keys = IndexKeys.read(cursor);
    while (!cursor.atEnd()) {
      option();
    }
    return new CreateIndex(
        name,
        unique,
        concurrently,
        ifNotExists,
        table,
        only,
        method,
        keys,
        included,
        predicate,
        cursor.statementSpan());
  }

  private void option() {
    if (cursor.accept("INCLUDE")) {
      included = IndexKeys.plainColumns(cursor);
    } else if (cursor.accept("NULLS")) {
      cursor.accept("NOT");
      cursor.expect("DISTINCT");
    } else if (cursor.accept("WITH")) {
      cursor.brackets("storage parameters in parentheses");
    } else if (cursor.accept("TABLESPACE")) {
      cursor.identifier("the name of a tablespace");
    } else if (cursor.accept("WHERE")) {
      predicate = Optional.of(cursor.restAsExpression("a condition"));
    } else {
      throw cursor.unexpected("INCLUDE, WITH, TABLESPACE, WHERE or the end");
    }
  }

  /** Reads REINDEX. */
  static Statement rebuild(TokenCursor cursor) {
    cursor.expect("REINDEX");
    boolean optional = cursor.at(TokenKind.OPEN) && OptionList.on(cursor).contains("CONCURRENTLY");
    Reindex.Scope scope = scope(cursor);
    boolean concurrently = cursor.accept("CONCURRENTLY") || optional;
    Optional<ObjectName> name =
        cursor.atEnd() ? Optional.empty() : Optional.of(cursor.name("the name of what to rebuild"));
    boolean needsName = scope != Reindex.Scope.DATABASE && scope != Reindex.Scope.SYSTEM;
    if (name.isEmpty() && needsName) {
      throw cursor.unexpected("the name of what to rebuild");
    }
    cursor.expectEnd();
    return new Reindex(scope, name, concurrently, cursor.statementSpan());
  }

  private static Reindex.Scope scope(TokenCursor cursor) {
    for (Reindex.Scope scope : Reindex.Scope.values()) {
      if (cursor.accept(scope.name())) {
        return scope;
      }
    }
    throw cursor.unexpected("INDEX, TABLE, SCHEMA, DATABASE or SYSTEM");
  }
}
