package dev.redshank.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.redshank.core.report.TextOptions;
import dev.redshank.sandbox.server.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a trace is told, in all formats. */
final class TraceReportTest {
  /** The times and volumes that differ from run to run. */
  private static final String VARYING =
      "\"(durationMillis|startMillis|heldSinceMillis|heldUntilMillis|walBytes)\" : [0-9.E-]+";

  private static final Traced HOSTILE = Traced.of(
          "V1__<b>.sql",
          "CREATE TABLE \"<script>alert(1)</script>\" (id int PRIMARY KEY, v text);\n"
              + "CREATE TABLE odd (a text NOT NULL CHECK (md5(a) = 'x'));\n")
      .and(
          "V2__x.sql",
          "ALTER TABLE \"<script>alert(1)</script>\" ADD COLUMN \"\u001b[31m\" uuid DEFAULT"
              + " gen_random_uuid();\n"
              + "CREATE INDEX CONCURRENTLY \"a&b\" ON odd (a);\nSELECT 1;\n")
      .since("2");

  private static Trace trace;
  private static Trace again;

  @BeforeAll
  static void run() {
    try (PostgresServer server = PostgresServer.start(17)) {
      trace = HOSTILE.on(server);
    }
    try (PostgresServer server = PostgresServer.start(17)) {
      again = HOSTILE.on(server);
    }
  }

  @AfterAll
  static void forget() {
    trace = null;
    again = null;
  }

  private static String json(Trace trace) throws IOException {
    StringWriter out = new StringWriter();
    TraceJson.write(trace, "1", out);
    return out.toString();
  }

  private static String text(int width) throws IOException {
    StringBuilder out = new StringBuilder();
    TraceText.write(trace, new TextOptions(width, false), out);
    return out.toString();
  }

  private static String html() throws IOException {
    StringBuilder out = new StringBuilder();
    TraceHtml.write(trace, "1", out);
    return out.toString();
  }

  @Test
  void jsonKeepsItsSchema() throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    try (InputStream in = TraceJson.class.getResourceAsStream("trace.schema.json")) {
      Schema schema = registry.getSchema(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      List<Error> errors = schema.validate(json(trace), InputFormat.JSON);
      assertThat(errors).isEmpty();
      String broken = json(trace).replace("ACCESS EXCLUSIVE", "WHATEVER");
      assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void severalRunsDifferInTimesAndVolumesOnly() throws IOException {
    assertThat(json(trace).replaceAll(VARYING, "$1"))
        .isEqualTo(json(again).replaceAll(VARYING, "$1"));
  }

  @Test
  void textTellsLocksWorkAndFailure() throws IOException {
    assertThat(text(100))
        .contains("ACCESS EXCLUSIVE")
        .contains("rewrites")
        .contains("measured empty: odd")
        .contains("agrees")
        .contains("failed: V2__x.sql:2: CREATE INDEX: 25001")
        .contains("not run because of that: 1 statement");
  }

  @Test
  void textKeepsItsWidthAndHasNoControlCharacters() throws IOException {
    for (int width : List.of(80, 100, 140)) {
      assertThat(text(width).lines()).allMatch(line -> line.length() <= width + 40);
      assertThat(text(width)).doesNotContain("\u001b");
    }
  }

  @Test
  void pageEscapesWhatStandsInSql() throws IOException {
    assertThat(html())
        .doesNotContain("<script")
        .doesNotContain("\u001b")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("V2__x.sql")
        .contains("a&amp;b");
  }

  @Test
  void pageNeedsNothingElse() throws IOException {
    assertThat(html())
        .doesNotContain("http://")
        .doesNotContain("https://")
        .doesNotContain("src=")
        .contains("<svg")
        .contains("prefers-color-scheme: dark");
  }
}
