package dev.redshank.sandbox.drill.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.redshank.core.report.TextOptions;
import dev.redshank.core.report.Width;
import dev.redshank.sandbox.drill.Drill;
import dev.redshank.sandbox.drill.Drills;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the three reports say of a scored drill, a hostile one included. */
final class DrillReportsTest {
  /** Characters that a terminal or a browser obeys rather than shows. */
  private static final Pattern OBEYED =
      Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");

  private static String text(TextOptions options) throws IOException {
    StringBuilder out = new StringBuilder();
    new DrillText(options, out).score(Scored.hostile());
    return out.toString();
  }

  private static String json() throws IOException {
    StringWriter out = new StringWriter();
    DrillJson.write(Scored.hostile(), out);
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void keepsWithinTheTerminal(int width) throws IOException {
    String text = text(new TextOptions(width, false));
    assertThat(text.lines()).allMatch(line -> Width.of(line) <= width);
    assertThat(OBEYED.matcher(text).find()).isFalse();
  }

  @Test
  void tellsEachPartWithItsReason() throws IOException {
    assertThat(text(new TextOptions(120, false)))
        .contains("Detect  20 of 40", "Fix  20 of 40", "✗ other: no", "✗ trap (−20): ")
        .contains("1 trap sprung", "Score 40 of 100, with 2 hints, after 12 min 0 s.");
  }

  @Test
  void tellsThePostmortemOfEveryDrill() throws IOException {
    for (Drill drill : Drills.all()) {
      StringBuilder out = new StringBuilder();
      new DrillText(new TextOptions(80, false), out).postmortem(drill);
      assertThat(out.toString()).contains("Root cause", "  \\connect ", "Lesson", drill.id());
    }
  }

  @Test
  void writesJsonAsItsSchemaSays() throws IOException {
    JsonNode json = new ObjectMapper().readTree(json());
    assertThat(json.get("score").asInt()).isEqualTo(40);
    assertThat(json.at("/detect/parts/0/seen").asText()).isEqualTo(Scored.HOSTILE);
    assertThat(errors(json())).isEmpty();
    assertThat(errors(json().replace("\"score\"", "\"points\""))).isNotEmpty();
  }

  private static List<Error> errors(String json) throws IOException {
    try (InputStream schema = DrillJson.class.getResourceAsStream("drill.schema.json")) {
      String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text)
          .validate(json, InputFormat.JSON);
    }
  }
}
