package dev.redshank.core.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words by which SQL names a kind of object.
 *
 * @param kind the kind, {@link ObjectKind#OTHER} for many that matter to nobody here
 * @param words as PostgreSQL's command tags have them, such as {@code FOREIGN DATA WRAPPER}
 */
record ObjectWords(ObjectKind kind, String words) {
  /** Where one begins with another, the longer comes first. */
  private static final List<String> OTHERS = List.of(
      "ACCESS METHOD",
      "CAST",
      "COLLATION",
      "CONVERSION",
      "FOREIGN DATA WRAPPER",
      "LANGUAGE",
      "LARGE OBJECT",
      "OPERATOR CLASS",
      "OPERATOR FAMILY",
      "OPERATOR",
      "OWNED",
      "SERVER",
      "TEXT SEARCH CONFIGURATION",
      "TEXT SEARCH DICTIONARY",
      "TEXT SEARCH PARSER",
      "TEXT SEARCH TEMPLATE",
      "TRANSFORM",
      "USER MAPPING");

  private static final List<Entry> ENTRIES = entries();

  /** Steps over the words of a kind, when the cursor stands at some. */
  static Optional<ObjectWords> accept(TokenCursor cursor) {
    cursor.accept("PROCEDURAL");
    for (Entry entry : ENTRIES) {
      if (cursor.accept(entry.pattern())) {
        return Optional.of(entry.words());
      }
    }
    return Optional.empty();
  }

  private static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (String words : OTHERS) {
      entries.add(entry(ObjectKind.OTHER, words, words));
    }
    for (ObjectKind kind : ObjectKind.values()) {
      if (kind != ObjectKind.OTHER) {
        entries.add(entry(kind, kind.words(), kind.words()));
      }
    }
    entries.add(entry(ObjectKind.ROLE, "USER", "ROLE"));
    entries.add(entry(ObjectKind.ROLE, "GROUP", "ROLE"));
    return List.copyOf(entries);
  }

  private static Entry entry(ObjectKind kind, String written, String tag) {
    return new Entry(written.split(" "), new ObjectWords(kind, tag));
  }

  private record Entry(String[] pattern, ObjectWords words) {}
}
