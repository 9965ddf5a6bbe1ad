package dev.redshank.core.config;

import dev.redshank.core.config.YamlValue.Entries;
import dev.redshank.core.config.YamlValue.Entry;
import dev.redshank.core.config.YamlValue.Items;
import dev.redshank.core.config.YamlValue.Scalar;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleOption;
import dev.redshank.core.text.ConflictMarks;
import dev.redshank.core.text.Nearest;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code redshank.yml}. Every mistake is told with file, line and column, and one does not hide the next. Only a
 * project that has the file loads this class and SnakeYAML behind it.
 */
public final class ConfigReader {
  private final SourceText source;
  private final Map<String, RuleInfo> rules = new HashMap<>();
  private final Map<ConfigKey, Span> places = new EnumMap<>(ConfigKey.class);
  private final List<Problem> problems = new ArrayList<>();

  private ConfigReader(SourceText source, List<RuleInfo> rules) {
    this.source = source;
    rules.forEach(rule -> this.rules.put(rule.id().value(), rule));
  }

  /**
   * Reads a configuration.
   *
   * @param rules every rule that it may name
   */
  public static ConfigReading read(SourceText source, List<RuleInfo> rules) {
    ConfigReader reader = new ConfigReader(source, rules);
    LintConfig config = reader.config();
    return new ConfigReading(config, reader.problems);
  }

  private LintConfig config() {
    try {
      requireNoConflict();
      YamlValue root = YamlFile.read(source);
      if (root instanceof Scalar scalar && scalar.isMissing()) {
        return config(Map.of());
      }
      return config(keys(root, ConfigKey.Group.TOP));
    } catch (ConfigError broken) {
      problem(broken);
      return LintConfig.NONE;
    }
  }

  /** To YAML the marks are mistakes somewhere around them. */
  private void requireNoConflict() throws ConfigError {
    Optional<Span> mark = ConflictMarks.firstIn(source);
    if (mark.isPresent()) {
      throw new ConfigError(mark.get(), ConflictMarks.REPAIR);
    }
  }

  private LintConfig config(Map<ConfigKey, YamlValue> keys) {
    LintConfig.Migrations migrations = new LintConfig.Migrations(
        value(keys, ConfigKey.PATHS, ConfigValues::texts).orElse(List.of()),
        globs(keys, ConfigKey.EXCLUDE),
        globs(keys, ConfigKey.HISTORY),
        globs(keys, ConfigKey.DOWN),
        value(keys, ConfigKey.SCHEMA, ConfigValues::text));
    LintConfig.Failing failing = new LintConfig.Failing(
        value(keys, ConfigKey.FAIL_ON, v -> ConfigValues.oneOf(v, ConfigKey.THRESHOLDS)),
        value(keys, ConfigKey.MAX_WARNINGS, v -> ConfigValues.count(v, 0)));
    return new LintConfig(
        Optional.of(source),
        places,
        value(keys, ConfigKey.POSTGRES, ConfigValues::version),
        value(keys, ConfigKey.PRESET, ConfigValues::preset).orElse(Preset.SAFETY),
        migrations,
        value(keys, ConfigKey.BASELINE, ConfigValues::text),
        surroundings(keys),
        value(keys, ConfigKey.SQUAWK_COMMENTS, ConfigValues::flag).orElse(false),
        failing,
        value(keys, ConfigKey.RULES, this::rules).orElse(RulePolicy.NONE),
        value(keys, ConfigKey.OVERRIDES, this::overrides).orElse(List.of()),
        value(keys, ConfigKey.ALLOW, this::allowances).orElse(List.of()));
  }

  private PathGlobs globs(Map<ConfigKey, YamlValue> keys, ConfigKey key) {
    return value(keys, key, ConfigValues::globs).orElse(PathGlobs.NONE);
  }

  private Surroundings surroundings(Map<ConfigKey, YamlValue> keys) {
    return new Surroundings(
            value(keys, ConfigKey.TRANSACTION, ConfigValues::transaction),
            Optional.empty(),
            Optional.empty())
        .under(value(keys, ConfigKey.TIMEOUTS, this::timeouts).orElse(Surroundings.UNKNOWN));
  }

  private Surroundings timeouts(YamlValue value) throws ConfigError {
    Map<ConfigKey, YamlValue> keys = keys(value, ConfigKey.Group.TIMEOUTS);
    return new Surroundings(
        Optional.empty(),
        value(keys, ConfigKey.LOCK, ConfigValues::duration),
        value(keys, ConfigKey.STATEMENT, ConfigValues::duration));
  }

  private RulePolicy rules(YamlValue value) throws ConfigError {
    RulePolicy policy = RulePolicy.NONE;
    for (Entry entry : entries(value, "a mapping of rules to their levels")) {
      RuleInfo rule = rules.get(entry.key());
      if (rule == null) {
        problem(unknownRule(entry.keySpan(), entry.key()));
      } else {
        policy = attempt(policy, entry.value(), (base, setting) -> rule(base, rule, setting));
      }
    }
    return policy;
  }

  private ConfigError unknownRule(Span span, String name) {
    String hint = Nearest.hint(name, rules.keySet());
    return new ConfigError(
        span, "there is no rule '" + name + "'." + hint + " 'redshank rules' lists them.");
  }

  private RulePolicy rule(RulePolicy policy, RuleInfo rule, YamlValue value) throws ConfigError {
    if (value instanceof Scalar) {
      return policy.with(rule.id(), ConfigValues.level(value));
    }
    RulePolicy result = policy;
    for (Entry entry : entries(value, "a level, or a rule's options,")) {
      result = attempt(result, entry.value(), (base, option) -> option(base, rule, entry));
    }
    return result;
  }

  private RulePolicy option(RulePolicy policy, RuleInfo rule, Entry entry) throws ConfigError {
    if (entry.key().equals("level")) {
      return policy.with(rule.id(), ConfigValues.level(entry.value()));
    }
    for (RuleOption<?> option : rule.options()) {
      if (option.name().equals(entry.key())) {
        return policy.with(rule.id(), option.name(), option(option, entry.value()));
      }
    }
    List<String> known = new ArrayList<>(List.of("level"));
    rule.options().forEach(option -> known.add(option.name()));
    throw new ConfigError(
        entry.keySpan(),
        "%s has no option '%s'.%s Known are %s."
            .formatted(
                rule.id(),
                entry.key(),
                Nearest.hint(entry.key(), known),
                String.join(", ", known)));
  }

  private static Object option(RuleOption<?> option, YamlValue value) throws ConfigError {
    return switch (option.kind()) {
      case NUMBER -> ConfigValues.count(value, 1);
      case DURATION -> ConfigValues.duration(value);
      case TEXTS -> new RuleOption.Texts(ConfigValues.texts(value));
    };
  }

  private List<PathOverride> overrides(YamlValue value) throws ConfigError {
    List<PathOverride> overrides = new ArrayList<>();
    for (YamlValue item : items(value, "a list of paths with what is different there")) {
      attempt(overrides, item, (all, one) -> {
        Map<ConfigKey, YamlValue> keys = keys(one, ConfigKey.Group.OVERRIDE);
        RulePolicy policy = value(keys, ConfigKey.RULES, this::rules).orElse(RulePolicy.NONE);
        all.add(
            new PathOverride(globs(keys, ConfigKey.OVERRIDE_PATHS), surroundings(keys), policy));
        return all;
      });
    }
    return overrides;
  }

  private List<Allowance> allowances(YamlValue value) throws ConfigError {
    List<Allowance> allowances = new ArrayList<>();
    for (YamlValue item : items(value, "a list of findings that are accepted")) {
      attempt(allowances, item, (all, one) -> {
        allowance(one).ifPresent(all::add);
        return all;
      });
    }
    return allowances;
  }

  private Optional<Allowance> allowance(YamlValue item) throws ConfigError {
    Map<ConfigKey, YamlValue> keys = keys(item, ConfigKey.Group.ALLOW);
    Optional<RuleId> rule = value(keys, ConfigKey.ALLOW_RULE, this::ruleName);
    Optional<PathGlobs> path = value(keys, ConfigKey.ALLOW_PATH, ConfigValues::glob);
    Optional<String> object = value(keys, ConfigKey.ALLOW_OBJECT, ConfigValues::text);
    Optional<String> reason = value(keys, ConfigKey.ALLOW_REASON, ConfigValues::text);
    var until = value(keys, ConfigKey.ALLOW_UNTIL, ConfigValues::date);
    if (!keys.containsKey(ConfigKey.ALLOW_PATH) && !keys.containsKey(ConfigKey.ALLOW_OBJECT)) {
      throw new ConfigError(
          item.span(),
          "this allows a rule everywhere. Name a path or an object, or switch the rule off under rules.");
    }
    if (rule.isEmpty() || reason.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Allowance(
        rule.get(), path.orElse(PathGlobs.NONE), object, reason.get(), until, head(item.span())));
  }

  private RuleId ruleName(YamlValue value) throws ConfigError {
    String name = ConfigValues.text(value);
    RuleInfo rule = rules.get(name);
    if (rule == null) {
      throw unknownRule(value.span(), name);
    }
    return rule.id();
  }

  /** The first line of a place. */
  private Span head(Span span) {
    int end = span.start();
    String text = source.content();
    while (end < span.end() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return new Span(span.start(), end);
  }

  private Map<ConfigKey, YamlValue> keys(YamlValue value, ConfigKey.Group group)
      throws ConfigError {
    List<ConfigKey> known = ConfigKey.of(group);
    Map<ConfigKey, YamlValue> found = new EnumMap<>(ConfigKey.class);
    for (Entry entry : entries(value, "a mapping of keys to values")) {
      Optional<ConfigKey> key =
          known.stream().filter(one -> one.text().equals(entry.key())).findFirst();
      if (key.isEmpty()) {
        List<String> words = known.stream().map(ConfigKey::text).toList();
        problem(new ConfigError(
            entry.keySpan(),
            "there is no key '%s' here.%s Known are %s."
                .formatted(
                    entry.key(), Nearest.hint(entry.key(), words), String.join(", ", words))));
      } else if (!(entry.value() instanceof Scalar scalar && scalar.isMissing())) {
        found.put(key.get(), entry.value());
        if (group == ConfigKey.Group.TOP || group == ConfigKey.Group.TIMEOUTS) {
          places.putIfAbsent(key.get(), entry.keySpan());
        }
      }
    }
    for (ConfigKey needed : ConfigKey.requiredIn(group)) {
      if (!found.containsKey(needed)) {
        throw new ConfigError(value.span(), "the key '" + needed.text() + "' is missing here.");
      }
    }
    return found;
  }

  private static List<Entry> entries(YamlValue value, String what) throws ConfigError {
    if (!(value instanceof Entries entries)) {
      throw ConfigValues.expected(what, value);
    }
    return entries.all();
  }

  private static List<YamlValue> items(YamlValue value, String what) throws ConfigError {
    if (!(value instanceof Items items)) {
      throw ConfigValues.expected(what, value);
    }
    return items.all();
  }

  /** Reads a value of a type. */
  private interface Reading<T> {
    T read(YamlValue value) throws ConfigError;
  }

  /** Adds what a value says to what was said before. */
  private interface Addition<T> {
    T add(T base, YamlValue value) throws ConfigError;
  }

  private <T> Optional<T> value(Map<ConfigKey, YamlValue> keys, ConfigKey key, Reading<T> reading) {
    YamlValue value = keys.get(key);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.read(value));
    } catch (ConfigError mistake) {
      problem(mistake);
      return Optional.empty();
    }
  }

  private <T> T attempt(T base, YamlValue value, Addition<T> addition) {
    try {
      return addition.add(base, value);
    } catch (ConfigError mistake) {
      problem(mistake);
      return base;
    }
  }

  private void problem(ConfigError mistake) {
    Position start = source.position(mistake.span().start());
    String place = source.path() + ":" + start.line() + ":" + start.column();
    problems.add(new Problem(place, Optional.of(mistake.span()), mistake.words()));
  }
}
