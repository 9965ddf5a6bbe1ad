package dev.redshank.core.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A generated file of facts beside this class. Each line is made of fields between bars; the first ones are the key, and lines
 * of one key may differ by version. Lines that begin with # are comments.
 */
final class FactFile {
  private final Map<String, List<String>> lines = new HashMap<>();
  private final Map<String, List<List<String>>> split = new ConcurrentHashMap<>();

  /**
   * @param name of the resource
   * @param keyFields how many fields are the key
   */
  FactFile(String name, int keyFields) {
    String text = read(name);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end > start && text.charAt(start) != '#') {
        int key = start;
        for (int field = 0; field < keyFields; field++) {
          key = text.indexOf('|', key) + 1;
        }
        lines
            .computeIfAbsent(text.substring(start, key - 1), each -> new ArrayList<>(1))
            .add(text.substring(key, end));
      }
      start = end + 1;
    }
  }

  private static String read(String name) {
    try (InputStream in = FactFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot read resource " + name, broken);
    }
  }

  /** The lines of a key without the key, each split at its bars: few keys are asked for, but often. */
  List<List<String>> find(String key) {
    List<String> whole = lines.get(key);
    return whole == null
        ? List.of()
        : split.computeIfAbsent(
            key, asked -> whole.stream().map(FactFile::fields).toList());
  }

  boolean has(String key) {
    return lines.containsKey(key);
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>(4);
    int start = 0;
    for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', start)) {
      fields.add(line.substring(start, bar));
      start = bar + 1;
    }
    fields.add(line.substring(start));
    return fields;
  }

  /** Whether ranges such as {@code 14-16,18} hold a number; {@code 3+} is 3 and more, {@code *} any. */
  static boolean contains(String ranges, int number) {
    if (ranges.equals("*")) {
      return true;
    }
    int start = 0;
    while (start <= ranges.length()) {
      int comma = ranges.indexOf(',', start);
      int end = comma < 0 ? ranges.length() : comma;
      if (inRange(ranges.substring(start, end), number)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static boolean inRange(String range, int number) {
    if (range.endsWith("+")) {
      return number >= Integer.parseInt(range.substring(0, range.length() - 1));
    }
    int dash = range.indexOf('-');
    if (dash < 0) {
      return number == Integer.parseInt(range);
    }
    return number >= Integer.parseInt(range.substring(0, dash))
        && number <= Integer.parseInt(range.substring(dash + 1));
  }
}
