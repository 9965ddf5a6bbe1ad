package dev.redshank.core.statement;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads TRUNCATE, LOCK, VACUUM, ANALYZE, CLUSTER and REFRESH MATERIALIZED VIEW. */
final class MaintenanceReader {
  private static final String ANALYZE = "ANALYZE";

  private MaintenanceReader() {}

  static Statement truncate(TokenCursor cursor) {
    cursor.expect("TRUNCATE");
    cursor.accept("TABLE");
    List<ObjectName> only = new ArrayList<>();
    List<ObjectName> tables = tables(cursor, only);
    boolean restart = cursor.accept("RESTART", "IDENTITY");
    if (!restart) {
      cursor.accept("CONTINUE", "IDENTITY");
    }
    boolean cascade = cursor.accept("CASCADE");
    if (!cascade) {
      cursor.accept("RESTRICT");
    }
    cursor.expectEnd();
    return new Truncate(tables, only, cascade, restart, cursor.statementSpan());
  }

  static Statement lock(TokenCursor cursor) {
    cursor.expect("LOCK");
    cursor.accept("TABLE");
    List<ObjectName> only = new ArrayList<>();
    List<ObjectName> tables = tables(cursor, only);
    LockMode mode = cursor.accept("IN") ? lockMode(cursor) : LockMode.ACCESS_EXCLUSIVE;
    boolean nowait = cursor.accept("NOWAIT");
    cursor.expectEnd();
    return new LockTable(tables, only, mode, nowait, cursor.statementSpan());
  }

  private static LockMode lockMode(TokenCursor cursor) {
    List<String> words = new ArrayList<>();
    while (!cursor.atEnd() && !cursor.accept("MODE")) {
      words.add(cursor.text("a lock mode").toUpperCase(Locale.ROOT));
    }
    String written = String.join(" ", words);
    for (LockMode mode : LockMode.values()) {
      if (mode.words().equals(written)) {
        return mode;
      }
    }
    throw cursor.unexpected("a lock mode such as ACCESS SHARE MODE");
  }

  /** Reads tables, and adds those behind ONLY to {@code alone}. */
  private static List<ObjectName> tables(TokenCursor cursor, List<ObjectName> alone) {
    List<ObjectName> tables = new ArrayList<>();
    do {
      boolean only = cursor.accept("ONLY");
      ObjectName table = cursor.at(TokenKind.OPEN)
          ? cursor.brackets("the name of a table").name("the name of a table")
          : cursor.name("the name of a table");
      tables.add(table);
      if (only) {
        alone.add(table);
      }
      cursor.acceptOperator("*");
    } while (cursor.accept(TokenKind.COMMA));
    return tables;
  }

  static Statement vacuum(TokenCursor cursor) {
    cursor.expect("VACUUM");
    Set<String> options = options(cursor, "FULL", "FREEZE", "VERBOSE", ANALYZE, "ANALYSE");
    boolean analyzes = options.contains(ANALYZE) || options.contains("ANALYSE");
    boolean full = options.contains("FULL");
    return new Vacuum(tablesWithColumns(cursor), full, analyzes, cursor.statementSpan());
  }

  static Statement analyze(TokenCursor cursor) {
    cursor.skip(1);
    options(cursor, "VERBOSE");
    return new Analyze(tablesWithColumns(cursor), cursor.statementSpan());
  }

  /** Options in parentheses, or the words of old in their order. */
  private static Set<String> options(TokenCursor cursor, String... words) {
    if (cursor.at(TokenKind.OPEN)) {
      return OptionList.on(cursor);
    }
    Set<String> options = new HashSet<>();
    for (String word : words) {
      if (cursor.accept(word)) {
        options.add(word);
      }
    }
    return options;
  }

  private static List<ObjectName> tablesWithColumns(TokenCursor cursor) {
    List<ObjectName> tables = new ArrayList<>();
    if (cursor.atEnd()) {
      return tables;
    }
    do {
      cursor.accept("ONLY");
      tables.add(cursor.name("the name of a table"));
      cursor.acceptOperator("*");
      if (cursor.at(TokenKind.OPEN)) {
        cursor.columnList();
      }
    } while (cursor.accept(TokenKind.COMMA));
    cursor.expectEnd();
    return tables;
  }

  static Statement cluster(TokenCursor cursor) {
    cursor.expect("CLUSTER");
    options(cursor, "VERBOSE");
    if (cursor.atEnd()) {
      return new Cluster(Optional.empty(), Optional.empty(), cursor.statementSpan());
    }
    ObjectName first = cursor.name("the name of a table");
    Optional<ObjectName> table = Optional.of(first);
    Optional<Identifier> index = Optional.empty();
    if (cursor.accept("ON")) {
      index = Optional.of(new Identifier(first.name(), first.span()));
      table = Optional.of(cursor.name("the name of a table"));
    } else if (cursor.accept("USING")) {
      index = Optional.of(cursor.identifier("the name of an index"));
    }
    cursor.expectEnd();
    return new Cluster(table, index, cursor.statementSpan());
  }

  static Statement refresh(TokenCursor cursor) {
    cursor.expect("REFRESH", "MATERIALIZED", "VIEW");
    boolean concurrently = cursor.accept("CONCURRENTLY");
    ObjectName view = cursor.name("the name of a materialized view");
    boolean withData = !cursor.accept("WITH", "NO", "DATA");
    if (withData) {
      cursor.accept("WITH", "DATA");
    }
    cursor.expectEnd();
    return new RefreshMaterializedView(view, concurrently, withData, cursor.statementSpan());
  }
}
