package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the commands that change no object, and names those that are known by their tag only. */
final class UtilityReader {
  private UtilityReader() {}

  /** A statement that is its tag and perhaps a name. */
  static Statement named(TokenCursor cursor) {
    String word = cursor.word();
    int start = cursor.position();
    cursor.skip(1);
    return switch (word) {
      case "SHOW", "CHECKPOINT", "LISTEN", "NOTIFY", "UNLISTEN", "LOAD", "FETCH", "MOVE" ->
        tagged(cursor, word);
      case "EXECUTE" -> tagged(cursor, "EXECUTE");
      case "DEALLOCATE" -> {
        cursor.accept("PREPARE");
        yield tagged(cursor, cursor.at("ALL") ? "DEALLOCATE ALL" : "DEALLOCATE");
      }
      case "CLOSE" -> tagged(cursor, cursor.at("ALL") ? "CLOSE CURSOR ALL" : "CLOSE CURSOR");
      case "DISCARD" -> discard(cursor);
      case "DECLARE" -> declare(cursor);
      case "IMPORT" -> {
        cursor.expect("FOREIGN", "SCHEMA");
        yield tagged(cursor, "IMPORT FOREIGN SCHEMA");
      }
      case "REASSIGN" -> {
        cursor.expect("OWNED", "BY");
        yield tagged(cursor, "REASSIGN OWNED");
      }
      default -> {
        cursor.reset(start);
        throw new UnexpectedToken("no statement of PostgreSQL begins with «"
            + shortened(cursor.tokens().text(start)) + "»");
      }
    };
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static Statement tagged(TokenCursor cursor, String tag) {
    cursor.rest();
    return new OtherStatement(tag, List.of(), cursor.statementSpan());
  }

  private static Statement discard(TokenCursor cursor) {
    String what = cursor.word();
    return switch (what) {
      case "ALL", "PLANS", "SEQUENCES", "TEMP" -> tagged(cursor, "DISCARD " + what);
      case "TEMPORARY" -> tagged(cursor, "DISCARD TEMP");
      default -> throw cursor.unexpected("ALL, PLANS, SEQUENCES or TEMP");
    };
  }

  /** A cursor's query runs when it is fetched from, in the same transaction: what it reads is locked from here on. */
  private static Statement declare(TokenCursor cursor) {
    cursor.identifier("the name of a cursor");
    while (!cursor.atEnd() && !cursor.at("FOR")) {
      cursor.skipBalanced();
    }
    cursor.expect("FOR");
    Query query = QueryReader.read(cursor.rest());
    return new OtherStatement("DECLARE CURSOR", query.reads(), cursor.statementSpan());
  }

  static Statement prepare(TokenCursor cursor) {
    cursor.expect("PREPARE");
    cursor.identifier("the name of a prepared statement");
    if (cursor.at(TokenKind.OPEN)) {
      cursor.skipBalanced();
    }
    cursor.expect("AS");
    if (cursor.atEnd()) {
      throw cursor.unexpected("a statement");
    }
    return tagged(cursor, "PREPARE");
  }

  static Statement call(TokenCursor cursor) {
    cursor.expect("CALL");
    ObjectName procedure = cursor.qualified("the name of a procedure");
    cursor.brackets("arguments in parentheses");
    cursor.expectEnd();
    return new Call(procedure, cursor.statementSpan());
  }

  /**
   * EXPLAIN locks what its statement names as running it would; with ANALYZE it does run it. Its names are the target of
   * a statement that changes rows, and whatever is read.
   */
  static Statement explain(TokenCursor cursor) {
    cursor.expect("EXPLAIN");
    if (cursor.at(TokenKind.OPEN)) {
      cursor.brackets("options");
    } else {
      cursor.acceptAny("ANALYZE", "ANALYSE");
      cursor.accept("VERBOSE");
    }
    if (cursor.atEnd() || cursor.at("EXPLAIN")) {
      throw cursor.unexpected("a statement");
    }
    Tokens explained = cursor.rest();
    Statement inner = StatementReader.read(explained);
    if (inner instanceof Unrecognized problem) {
      return new Unrecognized(problem.reason(), problem.names(), cursor.statementSpan());
    }
    Set<ObjectName> names = new LinkedHashSet<>(target(inner));
    Query query =
        inner instanceof CreateTableAs created ? created.query() : QueryReader.read(explained);
    names.addAll(query.writes());
    names.addAll(query.reads());
    return new OtherStatement("EXPLAIN", List.copyOf(names), cursor.statementSpan());
  }

  private static List<ObjectName> target(Statement statement) {
    if (statement instanceof Insert insert) {
      return List.of(insert.table());
    }
    if (statement instanceof Update update) {
      return List.of(update.table());
    }
    if (statement instanceof Delete delete) {
      return List.of(delete.table());
    }
    return statement instanceof Merge merge ? List.of(merge.table()) : List.of();
  }
}
