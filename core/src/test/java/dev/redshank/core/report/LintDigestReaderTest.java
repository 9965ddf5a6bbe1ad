package dev.redshank.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.migration.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports in JSON as the run wrote them, and what is none. */
final class LintDigestReaderTest {
  private static final String HEAD =
      "\"schemaVersion\": 1, \"tool\": {\"name\": \"redshank\", \"version\": \"1\"}";
  private static final String FINDING = """
      {"rule": "table-renamed", "mode": "rename-in-rolling-deploy", "severity": "error", "path": "V1.sql",
       "start": {"line": 3, "column": 1, "offset": 20}, "end": {"line": 9, "column": 1, "offset": 30},
       "message": "words", "locks": [{"relation": "a", "mode": "SHARE"}], "fix": {"edits": [{"start": {"line": 7}}]},
       "uncertain": [{"fact": "rows", "relation": "a", "reason": "why"}], "recipe": ["SELECT 1;"],
       "related": [{"path": "V0.sql", "start": {"line": 2}, "message": "there"}], "later": {"key": [1, null]}}""";

  private static LintDigestReader.Outcome read(String json) throws IOException {
    return LintDigestReader.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "report.json");
  }

  private static String problem(String json) throws IOException {
    Problem problem = read(json).problem().orElseThrow();
    return problem.path() + ": " + problem.message();
  }

  @Test
  void readsWhatPeopleAreTold() throws IOException {
    String json = "{" + HEAD + ", \"postgres\": \"16\", \"findings\": [" + FINDING
        + "], \"suppressed\": [" + FINDING
        + "], \"notRead\": [{\"path\": \"b\", \"start\": {\"line\": 4}, \"reason\": \"r\"}],"
        + "\"problems\": [{\"path\": \"c\", \"message\": \"gone\"}],"
        + "\"crashes\": [{\"rule\": \"d\", \"path\": \"e\", \"line\": 5}],"
        + "\"summary\": {\"files\": 3, \"statements\": 9, \"reviewed\": 2, \"inBaseline\": 1, \"bySeverity\": {}},"
        + "\"verdict\": {\"modes\": [], \"tables\": [{\"relation\": \"a\", \"mode\": \"SHARE\", \"path\": \"p\", \"start\": {\"line\": 6}}]}}";
    LintDigest digest = read(json).digest().orElseThrow();
    LintDigest.Item found = digest.findings().get(0);
    assertThat(found.mode()).isEqualTo(FailureMode.RENAME_IN_ROLLING_DEPLOY);
    assertThat(found.severity()).isEqualTo(Severity.ERROR);
    assertThat(found.place()).isEqualTo(new LintDigest.Spot("V1.sql", 3));
    assertThat(found.related().get(0).place()).isEqualTo(new LintDigest.Spot("V0.sql", 2));
    assertThat(found.uncertain()).containsExactly("why");
    assertThat(digest.suppressed()).containsExactly(FailureMode.RENAME_IN_ROLLING_DEPLOY);
    assertThat(digest.counts()).isEqualTo(new LintDigest.Counts(3, 9, 2, 1));
    assertThat(digest.broken()).extracting(remark -> remark.place().line()).containsExactly(0, 5);
    assertThat(digest.tables().get(0).place().line()).isEqualTo(6);
    assertThat(digest.notRead()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "''~is empty. See what 'redshank lint' said",
        "{~report.json:1:2: is not JSON here",
        "[]~is no JSON object",
        "{}~is no report of 'redshank lint'",
        "{\"schemaVersion\": 1, \"statements\": []}~is no report of 'redshank lint'",
        "{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}]}~is no report of 'redshank lint'",
        "{\"schemaVersion\": 2, \"findings\": 7}~schemaVersion 2, and this Redshank reads 1",
        "{\"schemaVersion\": 1, \"findings\": 7}~'findings' is not a list",
        "{\"schemaVersion\": 1, \"findings\": [7]}~is not an object",
        "{\"schemaVersion\": 1, \"findings\": [{\"rule\": \"a\"}]}~a 'mode' is missing",
        "{\"schemaVersion\": 1, \"findings\": [{\"rule\": \"a\", \"mode\": \"new\"}]}~does not know, 'new'",
      })
  void saysWhatIsNoReport(String json, String words) throws IOException {
    assertThat(problem(json)).contains(words);
  }

  @Test
  void refusesWhatGoesOnBehindItsEnd() throws IOException {
    String json = "{" + HEAD + ", \"findings\": []}";
    assertThat(read(json).digest()).isPresent();
    assertThat(problem(json + "{}")).contains("goes on behind its end");
  }

  @Test
  void staysWithinBounds() throws IOException {
    assertThat(problem("{\"a\": " + "[".repeat(10_000))).contains("not within bounds");
    assertThat(problem("{\"schemaVersion\": 1, \"postgres\": \"" + "x".repeat(2 << 20) + "\"}"))
        .contains("not within bounds");
  }

  @Test
  void readsWhatWindowsMakesOfARedirection() throws IOException {
    byte[] json = ("\uFEFF{" + HEAD + ", \"findings\": []}").getBytes(StandardCharsets.UTF_16LE);
    assertThat(LintDigestReader.read(new ByteArrayInputStream(json), "r").digest())
        .isPresent();
  }

  @Test
  void saysThatItIsNoText() throws IOException {
    byte[] utf32 = {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f};
    byte[] broken = {'{', '"', (byte) 0xff, '"'};
    for (byte[] bytes : List.of(utf32, broken)) {
      Problem problem =
          LintDigestReader.read(new ByteArrayInputStream(bytes), "r").problem().orElseThrow();
      assertThat(problem.message()).matches("is no(t JSON here.*| text in UTF-8.*)");
    }
  }
}
