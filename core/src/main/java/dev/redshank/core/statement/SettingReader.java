package dev.redshank.core.statement;

import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads SET and RESET. */
final class SettingReader {
  private SettingReader() {}

  static Statement set(TokenCursor cursor) {
    cursor.expect("SET");
    if (cursor.accept("CONSTRAINTS")) {
      return constraints(cursor);
    }
    if (cursor.at("SESSION", "CHARACTERISTICS") || cursor.at("SESSION", "AUTHORIZATION")) {
      return other(cursor, "SET");
    }
    boolean local = cursor.accept("LOCAL");
    if (!local) {
      cursor.accept("SESSION");
    }
    if (isRole(cursor) || cursor.at("SESSION", "AUTHORIZATION") || isTransaction(cursor)) {
      return other(cursor, "SET");
    }
    return setting(cursor, local);
  }

  private static boolean isRole(TokenCursor cursor) {
    return cursor.at("ROLE") && !isAssigned(cursor);
  }

  private static boolean isTransaction(TokenCursor cursor) {
    return cursor.at("TRANSACTION") && !isAssigned(cursor);
  }

  private static boolean isAssigned(TokenCursor cursor) {
    return cursor.ahead(1, "TO") || cursor.ahead(1, TokenKind.OPERATOR);
  }

  private static Statement other(TokenCursor cursor, String tag) {
    cursor.rest();
    return new OtherStatement(tag, List.of(), cursor.statementSpan());
  }

  private static Statement constraints(TokenCursor cursor) {
    List<ObjectName> names = new ArrayList<>();
    if (!cursor.accept("ALL")) {
      do {
        names.add(cursor.qualified("a constraint"));
      } while (cursor.accept(TokenKind.COMMA));
    }
    if (!cursor.acceptAny("DEFERRED", "IMMEDIATE")) {
      throw cursor.unexpected("DEFERRED or IMMEDIATE");
    }
    cursor.expectEnd();
    return new OtherStatement("SET CONSTRAINTS", names, cursor.statementSpan());
  }

  private static Statement setting(TokenCursor cursor, boolean local) {
    String name = special(cursor);
    if (name.isEmpty()) {
      name = settingName(cursor);
      if (cursor.accept("FROM", "CURRENT")) {
        return other(cursor, "SET");
      }
      if (!cursor.accept("TO") && !cursor.acceptOperator("=")) {
        throw cursor.unexpected("TO or =");
      }
    }
    List<String> values =
        name.equals("timezone") && cursor.accept("LOCAL") ? List.of() : values(cursor);
    cursor.expectEnd();
    return new SetSetting(name, values, local, false, cursor.statementSpan());
  }

  /** The forms of the SQL standard, which have a setting behind them. */
  private static String special(TokenCursor cursor) {
    if (cursor.accept("TIME", "ZONE")) {
      return "timezone";
    }
    if (cursor.accept("NAMES")) {
      return "client_encoding";
    }
    if (cursor.at("SCHEMA") && cursor.ahead(1, TokenKind.STRING)) {
      cursor.skip(1);
      return "search_path";
    }
    return cursor.accept("XML", "OPTION") ? "xmloption" : "";
  }

  private static String settingName(TokenCursor cursor) {
    StringBuilder name = new StringBuilder(cursor.label("the name of a setting").name());
    while (cursor.accept(TokenKind.DOT)) {
      name.append('.').append(cursor.label("the name of a setting").name());
    }
    return name.toString();
  }

  private static List<String> values(TokenCursor cursor) {
    if (cursor.accept("DEFAULT")) {
      cursor.expectEnd();
      return List.of();
    }
    if (cursor.atEnd()) {
      throw cursor.unexpected("a value");
    }
    List<String> values = new ArrayList<>();
    do {
      TokenCursor value = cursor.untilComma();
      if (value.atEnd()) {
        throw cursor.unexpected("a value");
      }
      values.add(value(value.rest()));
    } while (cursor.accept(TokenKind.COMMA));
    return values;
  }

  /** One constant without its quotes; SET TIME ZONE takes intervals of several words, which stay as they are. */
  private static String value(Tokens value) {
    boolean signed = value.is(0, TokenKind.OPERATOR);
    if (value.size() > (signed ? 2 : 1)) {
      return value.normalized();
    }
    int last = value.size() - 1;
    boolean name = value.is(last, TokenKind.WORD) || value.is(last, TokenKind.QUOTED_NAME);
    String constant = Literals.value(value, last)
        .orElseGet(() -> name ? Names.of(value, last) : value.text(last));
    return signed && last > 0 ? value.text(0) + constant : constant;
  }

  static Statement reset(TokenCursor cursor) {
    cursor.expect("RESET");
    if (cursor.accept("ALL")) {
      cursor.expectEnd();
      return new ResetSetting(Optional.empty(), cursor.statementSpan());
    }
    if (cursor.accept("ROLE") || cursor.accept("SESSION", "AUTHORIZATION")) {
      cursor.expectEnd();
      return new OtherStatement("RESET", List.of(), cursor.statementSpan());
    }
    String name = cursor.accept("TIME", "ZONE")
        ? "timezone"
        : cursor.accept("TRANSACTION", "ISOLATION", "LEVEL")
            ? "transaction_isolation"
            : settingName(cursor);
    cursor.expectEnd();
    return new ResetSetting(Optional.of(name), cursor.statementSpan());
  }
}
