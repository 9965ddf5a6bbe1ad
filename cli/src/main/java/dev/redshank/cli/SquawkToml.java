package dev.redshank.cli;

import dev.redshank.core.migration.Problem;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads as much of TOML as {@code .squawk.toml} is written in: keys with texts, flags, numbers and lists of texts. */
final class SquawkToml {
  private final SourceText source;
  private final String text;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private int at;

  private SquawkToml(SourceText source) {
    this.source = source;
    this.text = source.content();
  }

  /**
   * The values by key; those of a table begin with its name and a dot.
   *
   * @throws BrokenInputException at the first line that cannot be read
   */
  static Map<String, List<String>> read(SourceText source) {
    SquawkToml toml = new SquawkToml(source);
    String table = "";
    for (toml.skip(true); toml.at < toml.text.length(); toml.skip(true)) {
      if (toml.takes('[')) {
        table = toml.word() + ".";
        toml.expect(']');
      } else {
        String key = table + toml.word();
        toml.skip(false);
        toml.expect('=');
        toml.values.put(key, toml.value());
      }
    }
    return toml.values;
  }

  private List<String> value() {
    skip(false);
    if (!takes('[')) {
      return List.of(scalar());
    }
    List<String> items = new ArrayList<>();
    for (skip(true); !takes(']'); skip(true)) {
      items.add(scalar());
      skip(true);
      takes(',');
    }
    return items;
  }

  private String scalar() {
    char quote = at < text.length() ? text.charAt(at) : ' ';
    if (quote != '"' && quote != '\'') {
      return word();
    }
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '\n'; at++) {
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        return value.toString();
      }
      if (c == '\\' && quote == '"' && at + 1 < text.length()) {
        c = text.charAt(++at);
      }
      value.append(c);
    }
    throw broken("a quote is not closed");
  }

  private String word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw broken("a key or a value is expected");
    }
    return text.substring(start, at);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '+';
  }

  private boolean takes(char wanted) {
    boolean found = at < text.length() && text.charAt(at) == wanted;
    at += found ? 1 : 0;
    return found;
  }

  private void expect(char wanted) {
    if (!takes(wanted)) {
      throw broken("'" + wanted + "' is expected");
    }
  }

  /** Passes over spaces and comments. */
  private void skip(boolean lines) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        while (at < text.length() && text.charAt(at) != '\n') {
          at++;
        }
      } else if (c == ' ' || c == '\t' || (lines && (c == '\n' || c == '\r'))) {
        at++;
      } else {
        return;
      }
    }
  }

  private BrokenInputException broken(String what) {
    int line = source.position(Math.min(at, text.length())).line();
    return new BrokenInputException(List.of(new Problem(
        source.path() + ":" + line,
        Optional.empty(),
        what + " here. Mend it, or leave out --from-squawk.")));
  }
}
