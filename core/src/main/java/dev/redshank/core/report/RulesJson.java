package dev.redshank.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleOption;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The catalogue of rules as JSON, a public contract: keys are only added. */
public final class RulesJson {
  private RulesJson() {}

  public static void write(List<RuleInfo> rules, Writer out) throws IOException {
    try (JsonGenerator json = LintJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", JsonPlaces.SCHEMA_VERSION);
      json.writeArrayFieldStart("rules");
      for (RuleInfo rule : rules) {
        rule(json, rule);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void rule(JsonGenerator json, RuleInfo rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id().value());
    json.writeStringField("title", rule.title());
    json.writeStringField("mode", rule.mode().id());
    List<String> also = rule.alsoModes().stream().sorted().map(FailureMode::id).toList();
    JsonPlaces.strings(json, "alsoModes", also);
    json.writeStringField("severity", rule.severity().words());
    json.writeStringField("preset", rule.mode() == FailureMode.SCHEMA_DESIGN ? "all" : "safety");
    JsonPlaces.strings(json, "squawk", rule.squawk());
    json.writeArrayFieldStart("options");
    for (RuleOption<?> option : rule.options()) {
      json.writeStartObject();
      json.writeStringField("name", option.name());
      json.writeStringField("default", option.words());
      json.writeStringField("meaning", option.meaning());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("postgres");
    for (PgVersion version : PgVersion.all()) {
      json.writeNumber(version.major());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
