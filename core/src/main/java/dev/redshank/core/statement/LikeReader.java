package dev.redshank.core.statement;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Reads {@code LIKE table INCLUDING ALL EXCLUDING INDEXES}. */
final class LikeReader {
  private static final String ALL = "ALL";
  private static final Set<String> EVERY_OPTION = Set.of(
      "COMMENTS",
      "COMPRESSION",
      "CONSTRAINTS",
      "DEFAULTS",
      "GENERATED",
      "IDENTITY",
      "INDEXES",
      "STATISTICS",
      "STORAGE");

  private LikeReader() {}

  static CreateTable.Like read(TokenCursor cursor) {
    int start = cursor.position();
    cursor.expect("LIKE");
    ObjectName table = cursor.name("the name of a table");
    Set<String> including = new HashSet<>();
    while (!cursor.atEnd()) {
      boolean included = cursor.accept("INCLUDING");
      if (!included) {
        cursor.expect("EXCLUDING");
      }
      String option = cursor.text("an option of LIKE").toUpperCase(Locale.ROOT);
      if (included) {
        including.add(option);
      } else {
        exclude(option, including);
      }
    }
    return new CreateTable.Like(table, including, cursor.spanFrom(start));
  }

  private static void exclude(String option, Set<String> including) {
    if (option.equals(ALL)) {
      including.clear();
    } else if (including.remove(ALL)) {
      including.addAll(EVERY_OPTION);
    }
    including.remove(option);
  }
}
