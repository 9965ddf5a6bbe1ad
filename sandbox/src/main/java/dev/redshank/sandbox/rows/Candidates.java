package dev.redshank.sandbox.rows;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Values that may keep a condition, made from the constants in it. */
final class Candidates {
  private static final Set<String> NUMBERS =
      Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "money");
  private static final Set<String> TIMES = Set.of("date", "timestamp", "timestamptz");
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "citext");
  private static final int MOST_CONSTANTS = 6;

  private final TypeInfo type;
  private final String typeSql;
  private final List<String> conditions;
  private final Probe probe;

  Candidates(TypeInfo type, String typeSql, List<String> conditions, Probe probe) {
    this.type = type;
    this.typeSql = typeSql;
    this.conditions = conditions;
    this.probe = probe;
  }

  /** Single values. */
  List<String> constants() {
    Set<String> constants = new LinkedHashSet<>();
    for (String condition : conditions) {
      for (String string : Conditions.stringsIn(condition)) {
        constants.add(string + "::" + typeSql);
      }
    }
    if (NUMBERS.contains(type.name())) {
      for (BigDecimal number : numbers()) {
        for (String near : List.of("", " - 1", " + 1", " / 2")) {
          constants.add("((" + number.toPlainString() + ")" + near + ")::" + typeSql);
        }
      }
    }
    if (type.name().equals("bool")) {
      constants.addAll(List.of("true", "false"));
    }
    for (String label : type.labels()) {
      constants.add(Sql.constant(label) + "::" + typeSql);
    }
    return List.copyOf(constants);
  }

  /** Many values each. */
  List<Generator> generators() throws SQLException {
    if (NUMBERS.contains(type.name())) {
      return aroundNumbers();
    }
    if (TIMES.contains(type.name())) {
      return aroundTimes();
    }
    return TEXTS.contains(type.name()) ? texts() : List.of();
  }

  private List<BigDecimal> numbers() {
    Set<BigDecimal> numbers = new TreeSet<>();
    for (String condition : conditions) {
      for (String number : Conditions.numbersIn(condition)) {
        add(number, numbers);
      }
      for (String string : Conditions.stringsIn(condition)) {
        add(string.replace("'", ""), numbers);
      }
    }
    return numbers.stream().limit(MOST_CONSTANTS).toList();
  }

  private static void add(String text, Set<BigDecimal> numbers) {
    try {
      BigDecimal number = new BigDecimal(text);
      numbers.add(number);
      numbers.add(number.negate());
    } catch (NumberFormatException noNumber) {
      return;
    }
  }

  private List<Generator> aroundNumbers() {
    List<Generator> found = new ArrayList<>();
    List<BigDecimal> numbers = numbers();
    for (BigDecimal number : numbers) {
      String n = number.toPlainString();
      found.add(Generator.plenty(at -> cast("(" + n + ") + 1 + (" + at + ")")));
      found.add(Generator.plenty(at -> cast("(" + n + ") - 1 - (" + at + ")")));
    }
    for (int low = 0; low < numbers.size(); low++) {
      for (int high = low + 1; high < numbers.size(); high++) {
        found.addAll(between(numbers.get(low), numbers.get(high)));
      }
    }
    return found;
  }

  private List<Generator> between(BigDecimal low, BigDecimal high) {
    long steps = high.subtract(low).longValue();
    String start = low.toPlainString();
    List<Generator> found = new ArrayList<>();
    if (steps > 0) {
      found.add(Generator.of(steps, at -> cast("(" + start + ") + " + at)));
      found.add(Generator.of(steps, at -> cast("(" + start + ") + 1 + " + at)));
    }
    if (!type.name().startsWith("int")) {
      String width = high.subtract(low).toPlainString();
      found.add(
          Generator.of(100, at -> cast("(" + start + ") + (" + width + ") * " + at + " / 100.0")));
    }
    return found;
  }

  private String cast(String expression) {
    return "(" + expression + ")::" + typeSql;
  }

  private List<Generator> aroundTimes() throws SQLException {
    List<String> constants = new ArrayList<>();
    for (String condition : conditions) {
      for (String string : Conditions.stringsIn(condition)) {
        if (constants.size() < MOST_CONSTANTS
            && probe.holds("SELECT " + string + "::" + typeSql + " IS NOT NULL")) {
          constants.add(string + "::" + typeSql);
        }
      }
    }
    String step = type.name().equals("date") ? "1 day" : "1 minute";
    List<Generator> found = new ArrayList<>();
    for (String low : constants) {
      for (String high : constants) {
        if (probe.holds("SELECT " + low + " < " + high)) {
          long size = probe.number(
              "SELECT ceil(extract(epoch FROM %s::timestamp - %s::timestamp)".formatted(high, low)
                  + " / extract(epoch FROM interval '" + step + "'))");
          found.add(Generator.of(Math.max(1, size), at -> later(low, " + ", at, step)));
        }
      }
    }
    for (String constant : constants) {
      found.add(Generator.of(1_000_000, at -> later(constant, " + ", at, step)));
      found.add(Generator.of(100_000, at -> later(constant, " - ", "1 + " + at, step)));
    }
    return found;
  }

  private String later(String start, String sign, String number, String step) {
    return cast(start + sign + "(" + number + ") * interval '" + step + "'");
  }

  private List<Generator> texts() {
    List<Generator> found = new ArrayList<>();
    for (String condition : conditions) {
      for (String string : Conditions.stringsIn(condition)) {
        Patterns.generator(string).ifPresent(found::add);
      }
    }
    for (String likely : List.of(
        "'user' || (%1$s) || '@example.com'",
        "'https://example.com/' || (%1$s)",
        "'v' || (%1$s)",
        "'V' || (%1$s)",
        "(1000000 + (%1$s))::text",
        "'+49' || (1000000000 + (%1$s))::text",
        "md5((%1$s)::text)::uuid::text",
        "'{\"n\": ' || (%1$s) || '}'")) {
      found.add(Generator.plenty(at -> "(" + likely.formatted(at) + ")"));
    }
    found.add(Generator.of(1 << 24, at -> "'#' || lpad(to_hex(" + at + "), 6, '0')"));
    for (BigDecimal number : numbers()) {
      if (number.signum() > 0 && number.compareTo(BigDecimal.valueOf(200)) <= 0) {
        found.addAll(ofLength(number.intValue()));
      }
    }
    return found;
  }

  /** Texts of exactly one length, and of at most that length. */
  private static List<Generator> ofLength(int length) {
    int used = Math.min(length, 12);
    String rest = "x".repeat(length - used);
    return List.of(
        ScalarValues.hexadecimal(used),
        Generator.of(
            ScalarValues.power(10, used),
            at -> "('" + rest + "' || lpad((" + at + ")::text, " + used + ", '0'))"),
        Generator.of(
            ScalarValues.power(16, used),
            at -> "('" + rest + "' || lpad(to_hex(" + at + "), " + used + ", '0'))"),
        letters(used, 'A', "X".repeat(length - used)),
        letters(used, 'a', rest));
  }

  private static Generator letters(int count, char first, String rest) {
    return Generator.of(ScalarValues.power(26, count), at -> {
      StringBuilder text = new StringBuilder("('" + rest + "'");
      for (int i = 0; i < count; i++) {
        long divisor = ScalarValues.power(26, i);
        text.append(" || chr((%d + (%s / %d) %% 26)::int)".formatted((int) first, at, divisor));
      }
      return text.append(')').toString();
    });
  }
}
