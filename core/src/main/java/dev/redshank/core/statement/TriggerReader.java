package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE of what belongs to a table without being a part of it: triggers, policies, rules. */
final class TriggerReader {
  private TriggerReader() {}

  /** Reads from CONSTRAINT or TRIGGER on. */
  static Statement trigger(TokenCursor cursor, boolean orReplace) {
    boolean constraint = cursor.accept("CONSTRAINT");
    cursor.expect("TRIGGER");
    Identifier name = cursor.identifier("the name of a trigger");
    if (!cursor.acceptAny("BEFORE", "AFTER") && !cursor.accept("INSTEAD", "OF")) {
      throw cursor.unexpected("BEFORE, AFTER or INSTEAD OF");
    }
    List<String> events = events(cursor);
    cursor.expect("ON");
    ObjectName table = cursor.name("a table");
    Optional<ObjectName> referenced =
        cursor.accept("FROM") ? Optional.of(cursor.name("a table")) : Optional.empty();
    boolean forEachRow = false;
    while (!cursor.atEnd() && !cursor.at("EXECUTE")) {
      if (cursor.accept("FOR")) {
        cursor.accept("EACH");
        forEachRow |= cursor.at("ROW");
      }
      cursor.skipBalanced();
    }
    cursor.expect("EXECUTE");
    if (!cursor.acceptAny("FUNCTION", "PROCEDURE")) {
      throw cursor.unexpected("FUNCTION or PROCEDURE");
    }
    cursor.qualified("the name of a function");
    cursor.brackets("arguments in parentheses");
    cursor.expectEnd();
    return new CreateTrigger(
        name, table, orReplace, constraint, forEachRow, events, referenced, cursor.statementSpan());
  }

  private static List<String> events(TokenCursor cursor) {
    List<String> events = new ArrayList<>();
    do {
      String event = cursor.word();
      if (!cursor.acceptAny("INSERT", "UPDATE", "DELETE", "TRUNCATE")) {
        throw cursor.unexpected("INSERT, UPDATE, DELETE or TRUNCATE");
      }
      events.add(event);
      if (event.equals("UPDATE") && cursor.accept("OF")) {
        do {
          cursor.identifier("a column");
        } while (cursor.accept(TokenKind.COMMA));
      }
    } while (cursor.accept("OR"));
    return events;
  }

  static Statement policy(TokenCursor cursor) {
    cursor.expect("POLICY");
    Identifier name = cursor.identifier("the name of a policy");
    cursor.expect("ON");
    ObjectName table = cursor.name("a table");
    cursor.rest();
    return new CreatePolicy(name, table, cursor.statementSpan());
  }

  static Statement rule(TokenCursor cursor, boolean orReplace) {
    cursor.expect("RULE");
    Identifier name = cursor.label("the name of a rule");
    cursor.expect("AS", "ON");
    if (!cursor.acceptAny("SELECT", "INSERT", "UPDATE", "DELETE")) {
      throw cursor.unexpected("SELECT, INSERT, UPDATE or DELETE");
    }
    cursor.expect("TO");
    ObjectName table = cursor.name("a table or view");
    while (!cursor.atEnd() && !cursor.at("DO")) {
      cursor.skipBalanced();
    }
    cursor.expect("DO");
    cursor.rest();
    return new CreateRule(name, table, orReplace, cursor.statementSpan());
  }
}
