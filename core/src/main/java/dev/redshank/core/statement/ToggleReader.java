package dev.redshank.core.statement;

import dev.redshank.core.statement.AlterAction.Firing;
import java.util.Locale;

/** Reads ENABLE and DISABLE of triggers, rules and row level security. */
final class ToggleReader {
  private ToggleReader() {}

  static AlterAction read(TokenCursor cursor) {
    int start = cursor.position();
    boolean enables = cursor.accept("ENABLE");
    if (!enables) {
      cursor.expect("DISABLE");
    }
    if (cursor.accept("ROW", "LEVEL", "SECURITY")) {
      return new AlterAction.RowSecurity(enables, false, cursor.spanFrom(start));
    }
    Firing firing = enables ? firing(cursor) : Firing.DISABLED;
    if (cursor.accept("RULE")) {
      Identifier rule = cursor.identifier("the name of a rule");
      return new AlterAction.ToggleRule(rule, firing, cursor.spanFrom(start));
    }
    cursor.expect("TRIGGER");
    boolean several = cursor.atAny("ALL", "USER");
    String trigger = several
        ? cursor.text("ALL or USER").toUpperCase(Locale.ROOT)
        : cursor.identifier("the name of a trigger").name();
    return new AlterAction.ToggleTrigger(trigger, firing, cursor.spanFrom(start));
  }

  private static Firing firing(TokenCursor cursor) {
    if (cursor.accept("REPLICA")) {
      return Firing.REPLICA;
    }
    return cursor.accept("ALWAYS") ? Firing.ALWAYS : Firing.ORIGIN;
  }
}
