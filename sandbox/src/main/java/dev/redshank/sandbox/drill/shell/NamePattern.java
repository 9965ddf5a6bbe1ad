package dev.redshank.sandbox.drill.shell;

import dev.redshank.core.sql.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * A name as commands take it: {@code orders}, {@code sales.orders}, {@code "Orders"}, {@code ord*}. It becomes regular
 * expressions for the server, as psql makes them.
 */
final class NamePattern {
  private static final String SPECIAL = "$^()[]{}|+.\\";

  private final List<String> parts = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();

  private NamePattern() {}

  static NamePattern of(String text) {
    NamePattern pattern = new NamePattern();
    pattern.read(text);
    return pattern;
  }

  private void read(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && text.startsWith("\"\"", i)) {
        part.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        add(c, "*?" + SPECIAL);
      } else {
        addUnquoted(c);
      }
    }
    parts.add(part.toString());
  }

  private void addUnquoted(char c) {
    switch (c) {
      case '.' -> {
        parts.add(part.toString());
        part.setLength(0);
      }
      case '*' -> part.append(".*");
      case '?' -> part.append('.');
      default -> add(Names.fold(String.valueOf(c)).charAt(0), SPECIAL);
    }
  }

  private void add(char c, String special) {
    if (special.indexOf(c) >= 0) {
      part.append('\\');
    }
    part.append(c);
  }

  /** A condition on {@code pg_class} as c and {@code pg_namespace} as n. */
  String condition() {
    String name = "c.relname ~ " + constant(parts.get(parts.size() - 1));
    return parts.size() == 1
        ? name + " AND pg_catalog.pg_table_is_visible(c.oid)"
        : name + " AND n.nspname ~ " + constant(parts.get(parts.size() - 2));
  }

  private static String constant(String expression) {
    String whole = "^(" + expression + ")$";
    return "E'" + whole.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
