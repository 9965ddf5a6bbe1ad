package dev.redshank.core.config;

import dev.redshank.core.text.Span;
import java.util.List;
import java.util.regex.Pattern;

/** A value of a YAML file with its place: nothing but texts, lists and entries. */
sealed interface YamlValue {
  Span span();

  /** What it is, for people. */
  String kind();

  /** A value that is no collection. */
  record Scalar(String text, boolean quoted, Span span) implements YamlValue {
    private static final Pattern NUMBER =
        Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?|0x[0-9a-fA-F]+");

    /** Whether nothing is written. */
    boolean isMissing() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    boolean isFlag() {
      return !quoted && (text.equals("true") || text.equals("false"));
    }

    boolean isNumber() {
      return !quoted && NUMBER.matcher(text).matches();
    }

    @Override
    public String kind() {
      if (isMissing()) {
        return "nothing";
      }
      return isFlag() ? text : isNumber() ? "the number " + text : "the text '" + text + "'";
    }
  }

  /** A list. */
  record Items(List<YamlValue> all, Span span) implements YamlValue {
    public Items {
      all = List.copyOf(all);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with values, in written order; no key stands twice. */
  record Entries(List<Entry> all, Span span) implements YamlValue {
    public Entries {
      all = List.copyOf(all);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** One key with its value. */
  record Entry(String key, Span keySpan, YamlValue value) {}
}
