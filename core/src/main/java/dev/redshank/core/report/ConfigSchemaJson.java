package dev.redshank.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.core.config.ConfigKey;
import dev.redshank.core.config.Level;
import dev.redshank.core.config.Preset;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleOption;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/** A JSON Schema of {@code redshank.yml}, for editors, made from the keys and rules that its reader knows. */
public final class ConfigSchemaJson {
  private final List<RuleInfo> rules;
  private final JsonGenerator json;

  private ConfigSchemaJson(List<RuleInfo> rules, JsonGenerator json) {
    this.rules = rules;
    this.json = json;
  }

  /**
   * @param rules every rule that a configuration may name
   */
  public static void write(List<RuleInfo> rules, Writer out) throws IOException {
    try (JsonGenerator json = LintJson.generator(out)) {
      new ConfigSchemaJson(rules, json).document();
    }
  }

  private void document() throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
    json.writeStringField("$id", "https://redshank.dev/schema/config.schema.json");
    json.writeStringField("title", "redshank.yml");
    group(ConfigKey.Group.TOP, true);
    json.writeObjectFieldStart("$defs");
    json.writeObjectFieldStart("rules");
    ruleMap();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void group(ConfigKey.Group group, boolean mayBeEmpty) throws IOException {
    types(mayBeEmpty, "object");
    json.writeBooleanField("additionalProperties", false);
    List<String> required =
        ConfigKey.requiredIn(group).stream().map(ConfigKey::text).toList();
    if (!required.isEmpty()) {
      JsonPlaces.strings(json, "required", required);
    }
    json.writeObjectFieldStart("properties");
    for (ConfigKey key : ConfigKey.of(group)) {
      json.writeObjectFieldStart(key.text());
      json.writeStringField("description", key.meaning());
      value(key, required.contains(key.text()));
      json.writeEndObject();
    }
    json.writeEndObject();
    if (group == ConfigKey.Group.ALLOW) {
      json.writeArrayFieldStart("anyOf");
      needs(ConfigKey.ALLOW_PATH);
      needs(ConfigKey.ALLOW_OBJECT);
      json.writeEndArray();
    }
  }

  /** A key without a value counts as one that is not written. */
  private void needs(ConfigKey key) throws IOException {
    json.writeStartObject();
    JsonPlaces.strings(json, "required", List.of(key.text()));
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart(key.text());
    json.writeStringField("type", "string");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void types(boolean mayBeEmpty, String... types) throws IOException {
    Stream<String> all = Stream.of(types);
    JsonPlaces.strings(
        json, "type", (mayBeEmpty ? Stream.concat(all, Stream.of("null")) : all).toList());
  }

  private void value(ConfigKey key, boolean required) throws IOException {
    boolean empty = !required;
    switch (key.kind()) {
      case VERSION -> version(empty);
      case PRESET -> words(Stream.of(Preset.values()).map(Preset::words), empty);
      case TEXT, GLOB -> text(empty);
      case TEXTS, GLOBS -> texts(empty);
      case TRANSACTION -> words(ConfigKey.TRANSACTIONS.stream(), empty);
      case DURATION -> duration(empty);
      case TIMEOUTS -> group(ConfigKey.Group.TIMEOUTS, empty);
      case FLAG -> types(empty, "boolean");
      case FAIL_ON -> words(ConfigKey.THRESHOLDS.stream(), empty);
      case COUNT -> count(0, empty);
      case RULE -> words(rules.stream().map(rule -> rule.id().value()), empty);
      case RULES -> json.writeStringField("$ref", "#/$defs/rules");
      case OVERRIDES -> list(ConfigKey.Group.OVERRIDE, empty);
      case ALLOW -> list(ConfigKey.Group.ALLOW, empty);
      case DATE -> pattern(ConfigKey.DATE_PATTERN, empty, "string");
    }
  }

  private void version(boolean empty) throws IOException {
    types(empty, "string", "number");
    json.writeStringField("pattern", ConfigKey.VERSION_PATTERN);
    json.writeNumberField("minimum", PgVersion.OLDEST.major());
    json.writeNumberField("exclusiveMaximum", PgVersion.NEWEST.major() + 1);
  }

  private void words(Stream<String> words, boolean empty) throws IOException {
    json.writeArrayFieldStart("enum");
    for (String word : words.toList()) {
      json.writeString(word);
    }
    if (empty) {
      json.writeNull();
    }
    json.writeEndArray();
  }

  private void text(boolean empty) throws IOException {
    pattern("\\S", empty, "string");
  }

  private void texts(boolean empty) throws IOException {
    types(empty, "array");
    json.writeObjectFieldStart("items");
    text(false);
    json.writeEndObject();
  }

  /** A number without a unit counts milliseconds. */
  private void duration(boolean empty) throws IOException {
    pattern(ConfigKey.DURATION_PATTERN, empty, "string", "number");
    json.writeNumberField("minimum", 0);
  }

  private void pattern(String pattern, boolean empty, String... types) throws IOException {
    types(empty, types);
    json.writeStringField("pattern", pattern);
  }

  private void count(int least, boolean empty) throws IOException {
    types(empty, "integer");
    json.writeNumberField("minimum", least);
    json.writeNumberField("maximum", 999_999_999);
  }

  private void list(ConfigKey.Group group, boolean empty) throws IOException {
    types(empty, "array");
    json.writeObjectFieldStart("items");
    group(group, false);
    json.writeEndObject();
  }

  private void ruleMap() throws IOException {
    types(true, "object");
    json.writeBooleanField("additionalProperties", false);
    json.writeObjectFieldStart("properties");
    for (RuleInfo rule : rules) {
      json.writeObjectFieldStart(rule.id().value());
      json.writeStringField("description", rule.title());
      json.writeArrayFieldStart("anyOf");
      json.writeStartObject();
      levels();
      json.writeEndObject();
      json.writeStartObject();
      options(rule);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void levels() throws IOException {
    words(Stream.of(Level.values()).map(Level::words), false);
  }

  private void options(RuleInfo rule) throws IOException {
    types(false, "object");
    json.writeBooleanField("additionalProperties", false);
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart("level");
    levels();
    json.writeEndObject();
    for (RuleOption<?> option : rule.options()) {
      json.writeObjectFieldStart(option.name());
      json.writeStringField("description", option.meaning());
      switch (option.kind()) {
        case NUMBER -> count(1, false);
        case DURATION -> duration(false);
        case TEXTS -> texts(false);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
