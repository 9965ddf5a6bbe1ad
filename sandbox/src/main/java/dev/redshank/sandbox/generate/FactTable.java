package dev.redshank.sandbox.generate;

import dev.redshank.core.postgres.PgVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lines of facts, each true on some versions. A fact is written in two parts, so that a line reads
 * {@code left|versions|right}.
 */
final class FactTable {
  private final SortedMap<String, SortedMap<String, SortedSet<Integer>>> facts = new TreeMap<>();

  /** Notes that a fact holds on a version. */
  synchronized void add(PgVersion version, String left, String right) {
    facts
        .computeIfAbsent(left, key -> new TreeMap<>())
        .computeIfAbsent(right, key -> new TreeSet<>())
        .add(version.major());
  }

  /** Notes all that another table holds. */
  void addAll(FactTable other) {
    other.facts.forEach((left, rights) -> rights.forEach(
        (right, majors) -> majors.forEach(major -> add(new PgVersion(major), left, right))));
  }

  /** Every fact once, sorted, with the versions it holds on, such as {@code 14-16,18}. */
  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, SortedMap<String, SortedSet<Integer>>> left : facts.entrySet()) {
      for (Map.Entry<String, SortedSet<Integer>> right : left.getValue().entrySet()) {
        String tail = right.getKey().isEmpty() ? "" : "|" + right.getKey();
        lines.add(left.getKey() + "|" + ranges(right.getValue()) + tail);
      }
    }
    return lines;
  }

  static String ranges(SortedSet<Integer> numbers) {
    StringBuilder text = new StringBuilder();
    int first = Integer.MIN_VALUE;
    int last = Integer.MIN_VALUE;
    for (int number : numbers) {
      if (number == last + 1 && first != Integer.MIN_VALUE) {
        last = number;
        continue;
      }
      append(text, first, last);
      first = number;
      last = number;
    }
    append(text, first, last);
    return text.toString();
  }

  private static void append(StringBuilder text, int first, int last) {
    if (first == Integer.MIN_VALUE) {
      return;
    }
    text.append(text.length() == 0 ? "" : ",").append(first);
    if (last > first) {
      text.append('-').append(last);
    }
  }
}
