package dev.redshank.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.redshank.core.config.YamlValue.Entries;
import dev.redshank.core.config.YamlValue.Items;
import dev.redshank.core.config.YamlValue.Scalar;
import dev.redshank.core.report.ConfigSchemaJson;
import dev.redshank.core.text.SourceText;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema that editors are given, against the reader: what one accepts, the other does. */
final class ConfigSchemaTest {
  private static final List<String> VALUES = List.of(
      "",
      "~",
      "''",
      "' '",
      "16",
      "'16'",
      "16.4",
      "13",
      "19",
      "0",
      "-1",
      "3",
      "2s",
      "500 ms",
      "2x",
      "true",
      "'true'",
      "safety",
      "strict",
      "file",
      "none",
      "message",
      "error",
      "warning",
      "off",
      "note",
      "never",
      "db/migration",
      "table-dropped",
      "no-such-rule",
      "2027-01-31",
      "31.1.2027",
      "[]",
      "[a]",
      "[a, 'b c']",
      "[1]",
      "[[a]]",
      "[{}]",
      "{}",
      "{lock: 2s}",
      "{lock: 0, statement: }",
      "{lock: soon}",
      "{locks: 2s}",
      "{table-dropped: off}",
      "{table-dropped: }",
      "{table-dropped: {level: error}}",
      "{table-dropped: {most: 2}}",
      "{tables-locked: {most: 2, longest: 10s, small-tables: [a]}}",
      "{tables-locked: {most: 0}}",
      "{tables-locked: {longest: x}}",
      "{tables-locked: {small-tables: a}}",
      "{tables-locked: []}",
      "{no-such-rule: off}",
      "[{paths: [a]}]",
      "[{paths: a}]",
      "[{paths: }]",
      "[{rules: {}}]",
      "[{paths: [a], rules: {table-dropped: note}, transaction: none, timeouts: {lock: 1s}}]",
      "[{paths: [a], preset: all}]",
      "[{rule: table-dropped, path: a, reason: b}]",
      "[{rule: table-dropped, object: a, reason: b, until: 2027-01-31}]",
      "[{rule: table-dropped, reason: b}]",
      "[{rule: table-dropped, path: , reason: b}]",
      "[{rule: table-dropped, path: a}]",
      "[{rule: table-dropped, path: a, reason: }]",
      "[{rule: x, path: a, reason: b}]",
      "[{rule: table-dropped, path: a, reason: 7}]",
      "[{rule: table-dropped, path: a, reason: b, until: soon}]",
      "[{rule: table-dropped, path: [a], reason: b}]",
      "[{rule: table-dropped, path: a, reason: b, by: me}]");

  private static Schema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    StringWriter out = new StringWriter();
    ConfigSchemaJson.write(Configs.RULES, out);
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(out.toString());
  }

  @Test
  void acceptsWhatTheReaderAcceptsAndNothingElse() throws ConfigError {
    List<String> disagreements = new ArrayList<>();
    int accepted = 0;
    for (ConfigKey key : ConfigKey.of(ConfigKey.Group.TOP)) {
      for (String value : VALUES) {
        String yaml = key.text() + ": " + value + "\n";
        boolean reads = Configs.read(yaml).problems().isEmpty();
        accepted += reads ? 1 : 0;
        List<Error> errors = schema.validate(json(yaml), InputFormat.JSON);
        if (reads != errors.isEmpty()) {
          disagreements.add(
              yaml.strip() + " | reader: " + Configs.problems(yaml) + " | schema: " + errors);
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(accepted).isGreaterThan(ConfigKey.of(ConfigKey.Group.TOP).size() * 3);
  }

  @Test
  void refusesUnknownKeys() throws ConfigError {
    assertThat(schema.validate(json("presets: safety"), InputFormat.JSON)).isNotEmpty();
  }

  /** As editors read YAML, by its version 1.2. */
  private static String json(String yaml) throws ConfigError {
    return json(YamlFile.read(SourceText.of("redshank.yml", yaml)));
  }

  private static String json(YamlValue value) {
    if (value instanceof Items items) {
      return items.all().stream()
          .map(ConfigSchemaTest::json)
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Entries entries) {
      return entries.all().stream()
          .map(entry -> quoted(entry.key()) + ":" + json(entry.value()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    Scalar scalar = (Scalar) value;
    if (scalar.isMissing()) {
      return "null";
    }
    return scalar.isNumber() || scalar.isFlag() ? scalar.text() : quoted(scalar.text());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
