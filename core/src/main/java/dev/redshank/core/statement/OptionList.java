package dev.redshank.core.statement;

import dev.redshank.core.sql.Tokens;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Reads options in parentheses, such as {@code (FULL, ANALYZE false)} of VACUUM. */
final class OptionList {
  private static final Set<String> OFF = Set.of("FALSE", "OFF", "0", "'FALSE'", "'OFF'", "NO");

  private OptionList() {}

  /** The options that are not switched off, in upper case. */
  static Set<String> on(TokenCursor cursor) {
    Set<String> on = new HashSet<>();
    for (Tokens option : cursor.brackets("options in parentheses").rest().splitAtCommas()) {
      if (option.isEmpty()) {
        throw cursor.unexpected("an option between the commas");
      }
      String name = option.text(0).toUpperCase(Locale.ROOT);
      boolean off = option.size() > 1 && OFF.contains(option.text(1).toUpperCase(Locale.ROOT));
      if (off) {
        on.remove(name);
      } else {
        on.add(name);
      }
    }
    return on;
  }
}
