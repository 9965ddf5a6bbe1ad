package dev.redshank.core.rule;

import dev.redshank.core.impact.Timeout;
import java.util.List;
import java.util.Objects;

/**
 * A value that a rule lets projects choose. A rule declares it as a constant, names it in its {@link RuleInfo}, and asks
 * {@link RuleOptions} for it.
 *
 * @param <T> what it is read as
 */
public final class RuleOption<T> {
  /** What may be written for an option. */
  public enum Kind {
    /** A whole number, 1 or more. */
    NUMBER,
    /** A time as PostgreSQL writes it, such as {@code 2s} or {@code 5min}. */
    DURATION,
    /** A list of texts. */
    TEXTS
  }

  private final String name;
  private final Kind kind;
  private final Class<T> type;
  private final T standard;
  private final String meaning;

  private RuleOption(String name, Kind kind, Class<T> type, T standard, String meaning) {
    this.name = name;
    this.kind = kind;
    this.type = type;
    this.standard = standard;
    this.meaning = meaning;
  }

  /** An option that is a whole number. */
  public static RuleOption<Integer> number(String name, int standard, String meaning) {
    return new RuleOption<>(name, Kind.NUMBER, Integer.class, standard, meaning);
  }

  /** An option that is a time. */
  public static RuleOption<Timeout> duration(String name, String standard, String meaning) {
    return new RuleOption<>(name, Kind.DURATION, Timeout.class, Timeout.read(standard), meaning);
  }

  /** An option that is a list of texts, empty unless a project fills it. */
  public static RuleOption<Texts> texts(String name, String meaning) {
    return new RuleOption<>(name, Kind.TEXTS, Texts.class, new Texts(List.of()), meaning);
  }

  /** As configurations write it. */
  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /** What holds where a project chooses nothing. */
  public T standard() {
    return standard;
  }

  /** One sentence for people. */
  public String meaning() {
    return meaning;
  }

  /** The standard as configurations write it. */
  public String words() {
    if (standard instanceof Timeout timeout) {
      return timeout.value().orElse("0");
    }
    return standard instanceof Texts texts ? texts.all().toString() : Objects.toString(standard);
  }

  T cast(Object value) {
    return type.cast(value);
  }

  /** The value of an option that is a list. */
  public record Texts(List<String> all) {
    public Texts {
      all = List.copyOf(all);
    }
  }
}
