package dev.redshank.sandbox.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.report.TextOptions;
import dev.redshank.core.report.Width;
import dev.redshank.sandbox.replay.result.ReplayResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the three reports say of real replays and of hostile ones. */
final class ReplayReportsTest {
  private static final int MEGABYTE = 1_000_000;

  /** Characters that a terminal or a browser obeys rather than shows. */
  private static final Pattern OBEYED =
      Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");

  private static List<ReplayResult> all() {
    List<ReplayResult> all = new ArrayList<>(Played.REAL);
    all.add(Played.hostile());
    return all;
  }

  private static String json(List<ReplayResult> replays) throws IOException {
    StringWriter out = new StringWriter();
    ReplayJson.write(Played.report(replays), out);
    return out.toString();
  }

  private static String html(List<ReplayResult> replays) throws IOException {
    StringWriter out = new StringWriter();
    ReplayHtml.write(Played.report(replays), out);
    return out.toString();
  }

  private static String text(List<ReplayResult> replays, TextOptions options) throws IOException {
    StringBuilder out = new StringBuilder();
    ReplayText.write(Played.report(replays), options, out);
    return out.toString();
  }

  private static List<Error> errors(String json) throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    try (InputStream in = ReplayJson.class.getResourceAsStream("replay.schema.json")) {
      Schema schema = registry.getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return schema.validate(json, InputFormat.JSON);
    }
  }

  // JSON

  @Test
  void jsonKeepsItsSchema() throws IOException {
    assertThat(errors(json(all()))).isEmpty();
  }

  @Test
  void schemaRefusesAnotherVerdict() throws IOException {
    String broken = json(all()).replace("\"verdict\" : \"proven\"", "\"verdict\" : \"fine\"");
    assertThat(errors(broken)).hasSize(2);
  }

  @Test
  void jsonTellsWhatTheServerDid() throws IOException {
    JsonNode replays = new ObjectMapper().readTree(json(Played.REAL)).get("replays");
    assertThat(replays.findValuesAsText("verdict")).containsExactly("proven", "proven");
    JsonNode freeze = replays.get(0);
    assertThat(freeze.get("rule").isNull()).isTrue();
    assertThat(freeze.get("danger").get("timeline").findValuesAsText("state"))
        .contains("waiting", "holding", "running");
    assertThat(freeze.get("danger").get("probes").findValuesAsText("name"))
        .containsExactly("reader", "writer", "pool");
    JsonNode rewrite = replays.get(1).get("danger").get("statements").get(0).get("measured");
    assertThat(rewrite.get("rewrites").get(0).asText()).isEqualTo("orders");
    assertThat(rewrite.get("locks").get(0).get("mode").asText()).isEqualTo("ACCESS EXCLUSIVE");
  }

  // Text

  @ParameterizedTest
  @ValueSource(ints = {80, 140})
  void textStaysWithinTheTerminal(int width) throws IOException {
    String text = text(Played.REAL, new TextOptions(width, false));
    assertThat(text.lines()).allMatch(line -> Width.of(line) <= width);
    assertThat(text)
        .contains("waits for migration")
        .contains("holds ACCESS SHARE on orders")
        .contains("✓ orders gets a new file")
        .contains("Proven: the danger bites, and the remedy does not.")
        .contains("2 proven, 0 refuted, 0 inconclusive on PostgreSQL 17.");
  }

  @Test
  void textOfOneReplayNeedsNoSummary() throws IOException {
    assertThat(text(Played.REAL.subList(0, 1), TextOptions.PLAIN)).doesNotContain("refuted");
  }

  @Test
  void textShowsWhoWaitedWhile() throws IOException {
    String danger = text(Played.REAL.subList(0, 1), TextOptions.PLAIN).split("REMEDY")[0];
    assertThat(danger.lines().filter(line -> line.startsWith("  reader  ")))
        .anyMatch(line -> line.matches("  reader +[·╌]+░+[·╌]+"));
  }

  @Test
  void textEscapesWhatTerminalsObey() throws IOException {
    String text = text(List.of(Played.hostile()), new TextOptions(100, true));
    assertThat(text).contains("\\u0007\\u001b[31m").contains("Refuted: danger: not so that");
    assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "")).doesNotContainPattern(OBEYED);
    assertThat(text).doesNotContain("\u001b[31m <");
    String plain = text(List.of(Played.hostile()), TextOptions.PLAIN);
    assertThat(plain).doesNotContain("\u001b");
  }

  // HTML

  @Test
  void htmlShowsHostileTextAsText() throws IOException {
    String page = html(all());
    assertThat(page).contains("&lt;/script&gt;&lt;script&gt;hacked=1").contains("\\u003c/script");
    assertThat(page)
        .doesNotContain("<script>hacked")
        .doesNotContain("<img ")
        .doesNotContain("]]>-");
    assertThat(page).contains("\\u0007\\u001b[31m \\u202e &amp;amp;");
    assertThat(page.replace(Assets.charts().text(), "")).doesNotContainPattern(OBEYED);
  }

  @Test
  void htmlNeedsNothingElse() throws IOException {
    String page = html(Played.REAL);
    String own = page.replace(Assets.charts().text(), "");
    assertThat(Pattern.compile("(src|href)=\"(?!#|data:,)").matcher(own).find()).isFalse();
    assertThat(own).doesNotContain("url(http").doesNotContain("@import").doesNotContain("//cdn");
    assertThat(page).doesNotContain("sourceMappingURL");
    assertThat(page)
        .contains("default-src 'none'")
        .contains(Assets.charts().hash())
        .contains(Assets.script().hash())
        .contains(Assets.style().hash());
  }

  @Test
  void htmlIsTheSameForTheSameResults() throws IOException {
    assertThat(html(all())).isEqualTo(html(all()));
  }

  @Test
  void htmlHasALampForEachModeAndAPlaceForEachReplay() throws IOException {
    String page = html(Played.REAL);
    assertThat(page.split("<li><(a href|span class=\"none\")", -1)).hasSize(1 + 9);
    for (ReplayResult replay : Played.REAL) {
      assertThat(page)
          .contains("<section class=\"replay\" id=\"" + replay.id() + "\"")
          .contains("<a href=\"#" + replay.id() + "\">");
    }
  }

  @Test
  void htmlHasATableBesideEachPlot() throws IOException {
    String page = html(all());
    int plots = page.split("<figure class=\"plot\"", -1).length;
    assertThat(plots).isGreaterThan(3);
    assertThat(page.split("<details><summary>Values</summary>", -1)).hasSize(plots);
  }

  @Test
  void htmlOfSixtyLongReplaysStaysSmall() throws IOException {
    List<ReplayResult> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(Played.refuted("replay-" + i, "orders", 3000));
    }
    assertThat(html(many).length()).isBetween(MEGABYTE, 3 * MEGABYTE);
  }

  @Test
  void saysThatNothingWasPlayed() throws IOException {
    ReplayReport none = new ReplayReport(PgVersion.DEFAULT, List.of(), Linting.NONE);
    StringWriter out = new StringWriter();
    ReplayHtml.write(none, out);
    assertThat(out.toString()).contains("not played").contains("Nothing was played");
  }
}
