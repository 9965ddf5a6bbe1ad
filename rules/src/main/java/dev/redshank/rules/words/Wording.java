package dev.redshank.rules.words;

import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The parts of messages and recipes that are the same in several rules. */
public final class Wording {
  private static final int LONGEST_NAME = 63;
  private static final int MOST_NAMES = 3;

  private Wording() {}

  /** A message with a sentence for each fact that the migrations do not settle. */
  public static String with(String message, List<Uncertainty> uncertain) {
    StringBuilder whole = new StringBuilder(message);
    for (Uncertainty doubt : uncertain) {
      whole.append(" Not certain: ").append(doubt.reason()).append('.');
    }
    return whole.toString();
  }

  /** Both lists as one, without repetition. */
  public static List<Uncertainty> both(List<Uncertainty> first, List<Uncertainty> second) {
    List<Uncertainty> all = new ArrayList<>(first);
    second.stream().filter(doubt -> !all.contains(doubt)).forEach(all::add);
    return all;
  }

  /** Who waits for a lock. */
  public static String waiting(LockMode mode) {
    return mode.blocksReads() ? "reads and writes" : "writes";
  }

  /** Names with a word before the last; of many the first few and how many follow. */
  public static String listed(List<String> names, String word) {
    if (names.size() == 1) {
      return names.get(0);
    }
    if (names.size() > MOST_NAMES + 1) {
      return "%s %s %d more"
          .formatted(
              String.join(", ", names.subList(0, MOST_NAMES)), word, names.size() - MOST_NAMES);
    }
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " " + word + " " + names.get(last);
  }

  /** A name for a new object, put together as PostgreSQL does and quoted where it has to be. */
  public static String named(String... parts) {
    String joined = String.join("_", parts);
    String clipped = joined.length() > LONGEST_NAME ? joined.substring(0, LONGEST_NAME) : joined;
    return new Identifier(clipped, new Span(0, 0)).toString();
  }

  /** Lines of SQL with a semicolon behind the last. */
  public static List<String> ended(List<String> sql) {
    List<String> lines = new ArrayList<>(sql);
    int last = lines.size() - 1;
    lines.set(last, lines.get(last) + ";");
    return lines;
  }
}
