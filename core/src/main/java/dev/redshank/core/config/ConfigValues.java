package dev.redshank.core.config;

import dev.redshank.core.config.YamlValue.Items;
import dev.redshank.core.config.YamlValue.Scalar;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.text.Nearest;
import dev.redshank.core.text.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads single values; what is wrong with one is an error at its place. */
final class ConfigValues {
  private static final Pattern DURATION = Pattern.compile(ConfigKey.DURATION_PATTERN);
  private static final Pattern VERSION = Pattern.compile(ConfigKey.VERSION_PATTERN);
  private static final Pattern DATE = Pattern.compile(ConfigKey.DATE_PATTERN);

  private ConfigValues() {}

  static String text(YamlValue value) throws ConfigError {
    if (value instanceof Scalar scalar && !scalar.isMissing()) {
      if (scalar.isNumber() || scalar.isFlag()) {
        throw new ConfigError(
            value.span(), "a text is expected here, not " + value.kind() + ". Put it in quotes.");
      }
      if (!scalar.text().isBlank()) {
        return scalar.text();
      }
    }
    throw expected("a text", value);
  }

  static List<String> texts(YamlValue value) throws ConfigError {
    if (!(value instanceof Items items)) {
      throw expected("a list of texts", value);
    }
    List<String> texts = new ArrayList<>();
    for (YamlValue item : items.all()) {
      texts.add(text(item));
    }
    return texts;
  }

  static PathGlobs globs(YamlValue value) throws ConfigError {
    for (String pattern : texts(value)) {
      glob(pattern, value.span());
    }
    return PathGlobs.of(texts(value));
  }

  static PathGlobs glob(YamlValue value) throws ConfigError {
    return glob(text(value), value.span());
  }

  private static PathGlobs glob(String pattern, Span span) throws ConfigError {
    try {
      return PathGlobs.of(List.of(pattern));
    } catch (IllegalArgumentException broken) {
      String first = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
      throw new ConfigError(
          span, "'" + pattern + "' is not a glob that can be read: " + first + ".");
    }
  }

  static boolean flag(YamlValue value) throws ConfigError {
    if (value instanceof Scalar scalar && scalar.isFlag()) {
      return scalar.text().equals("true");
    }
    throw expected("true or false", value);
  }

  static int count(YamlValue value, int least) throws ConfigError {
    if (value instanceof Scalar scalar && scalar.isNumber()) {
      String digits = scalar.text();
      if (digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        int number = Integer.parseInt(digits);
        if (number >= least) {
          return number;
        }
      }
    }
    throw expected("a whole number, " + least + " or more,", value);
  }

  static dev.redshank.core.impact.Timeout duration(YamlValue value) throws ConfigError {
    if (value instanceof Scalar scalar && DURATION.matcher(scalar.text()).matches()) {
      return dev.redshank.core.impact.Timeout.read(scalar.text());
    }
    throw expected("a time such as 2s, 500ms or 5min", value);
  }

  static PgVersion version(YamlValue value) throws ConfigError {
    Optional<PgVersion> version =
        value instanceof Scalar scalar && VERSION.matcher(scalar.text()).matches()
            ? PgVersion.parse(scalar.text())
            : Optional.empty();
    return version.orElseThrow(() -> expected(
        "a version of PostgreSQL from " + PgVersion.OLDEST + " to " + PgVersion.NEWEST, value));
  }

  static LocalDate date(YamlValue value) throws ConfigError {
    if (value instanceof Scalar scalar && DATE.matcher(scalar.text()).matches()) {
      Optional<LocalDate> date = date(scalar.text());
      if (date.isPresent()) {
        return date.get();
      }
      throw new ConfigError(value.span(), "there is no day " + scalar.text() + ".");
    }
    throw expected("a day such as 2027-01-31", value);
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  static String oneOf(YamlValue value, List<String> known) throws ConfigError {
    String word =
        value instanceof Scalar scalar && !scalar.isMissing() ? scalar.text() : text(value);
    if (!known.contains(word)) {
      throw new ConfigError(
          value.span(),
          "'" + word + "' is not known here." + Nearest.hint(word, known) + " Known are "
              + String.join(", ", known) + ".");
    }
    return word;
  }

  static TransactionMode transaction(YamlValue value) throws ConfigError {
    return switch (oneOf(value, ConfigKey.TRANSACTIONS)) {
      case "file" -> TransactionMode.WRAPPED;
      case "none" -> TransactionMode.AUTOCOMMIT;
      default -> TransactionMode.SIMPLE_QUERY;
    };
  }

  static Preset preset(YamlValue value) throws ConfigError {
    List<String> known = List.of(Preset.values()).stream().map(Preset::words).toList();
    return Preset.valueOf(oneOf(value, known).toUpperCase(Locale.ROOT));
  }

  static Level level(YamlValue value) throws ConfigError {
    List<String> known = List.of(Level.values()).stream().map(Level::words).toList();
    return Level.valueOf(oneOf(value, known).toUpperCase(Locale.ROOT));
  }

  static ConfigError expected(String what, YamlValue value) {
    return new ConfigError(value.span(), what + " is expected here, not " + value.kind() + ".");
  }
}
