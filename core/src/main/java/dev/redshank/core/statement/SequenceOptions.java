package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads the options of a sequence, also those of an identity column. */
final class SequenceOptions {
  private SequenceOptions() {}

  /** Reads all that follow, to the end; gives their first words in upper case. */
  static List<String> read(TokenCursor cursor) {
    List<String> options = new ArrayList<>();
    while (!cursor.atEnd()) {
      options.add(readOne(cursor));
    }
    return options;
  }

  /** Reads one option; {@code NO CYCLE} and the like are given without their NO. */
  static String readOne(TokenCursor cursor) {
    boolean none = cursor.accept("NO");
    String word = cursor.word();
    switch (word) {
      case "CYCLE", "LOGGED", "UNLOGGED" -> cursor.skip(1);
      case "MINVALUE", "MAXVALUE" -> {
        cursor.skip(1);
        if (!none) {
          number(cursor);
        }
      }
      case "AS" -> {
        cursor.skip(1);
        TypeReader.read(cursor);
      }
      case "CACHE" -> {
        cursor.skip(1);
        number(cursor);
      }
      case "INCREMENT", "START", "RESTART" -> {
        cursor.skip(1);
        boolean announced = cursor.accept("BY") || cursor.accept("WITH");
        if (announced || !word.equals("RESTART") || atNumber(cursor)) {
          number(cursor);
        }
      }
      case "OWNED" -> {
        cursor.expect("OWNED", "BY");
        cursor.qualified("NONE or a column");
      }
      case "SEQUENCE" -> {
        cursor.expect("SEQUENCE", "NAME");
        cursor.qualified("the name of a sequence");
      }
      default -> throw cursor.unexpected("an option of a sequence");
    }
    return word;
  }

  private static boolean atNumber(TokenCursor cursor) {
    return cursor.at(TokenKind.NUMBER)
        || cursor.at(TokenKind.PARAMETER)
        || cursor.atOperator("-")
        || cursor.atOperator("+");
  }

  private static void number(TokenCursor cursor) {
    if (!cursor.acceptOperator("-")) {
      cursor.acceptOperator("+");
    }
    boolean placeholder =
        cursor.at(TokenKind.WORD) && cursor.tokens().text(cursor.position()).contains("${");
    if (placeholder || cursor.at(TokenKind.PARAMETER)) {
      cursor.skip(1);
    } else {
      cursor.expect(TokenKind.NUMBER, "a number");
    }
  }
}
