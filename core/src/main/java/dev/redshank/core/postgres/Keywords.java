package dev.redshank.core.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The key words of real servers, from the generated file {@code keywords.txt}, which is read when somebody first asks. */
public final class Keywords {
  private Keywords() {}

  /** What a key word may stand for besides itself; pg_get_keywords() and appendix C of the manual. */
  public enum Category {
    UNRESERVED,
    /** Cannot be a function or a type. */
    COLUMN_NAME,
    /** Can be a function or a type, but no table or column. */
    TYPE_OR_FUNCTION_NAME,
    RESERVED
  }

  private static final class File {
    static final FactFile FACTS = new FactFile("keywords.txt", 1);
  }

  /** The category of a word in any case; empty when it is no key word on that version. */
  public static Optional<Category> category(String word, PgVersion version) {
    for (List<String> line : File.FACTS.find(word.toLowerCase(Locale.ROOT))) {
      if (FactFile.contains(line.get(0), version.major())) {
        return Optional.of(category(line.get(1)));
      }
    }
    return Optional.empty();
  }

  /** Whether a table or column of this name needs quotes. */
  public static boolean needsQuotes(String word, PgVersion version) {
    return category(word, version)
        .map(found -> found == Category.RESERVED || found == Category.TYPE_OR_FUNCTION_NAME)
        .orElse(false);
  }

  private static Category category(String letter) {
    return switch (letter) {
      case "R" -> Category.RESERVED;
      case "T" -> Category.TYPE_OR_FUNCTION_NAME;
      case "C" -> Category.COLUMN_NAME;
      default -> Category.UNRESERVED;
    };
  }
}
