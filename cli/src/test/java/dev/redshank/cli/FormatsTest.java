package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.redshank.core.project.ReportFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.model.SEVERITY;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.parsers.CheckStyleParser;
import se.bjurr.violations.lib.parsers.CodeClimateParser;
import se.bjurr.violations.lib.parsers.ViolationsParser;

/** Each format as programs that are not ours read it. */
final class FormatsTest {
  private static final String RULE = "index-without-concurrently";

  /** A finding behind wide characters, one over several lines, a part that is not read, a file without findings. */
  private static final String SQL = "/* übergröße 𐐀 */ CREATE INDEX i ON orders (at);\n"
      + "GIBBERISH;\n"
      + "ALTER TABLE orders\n  RENAME COLUMN a\n  TO b;\n";

  @TempDir
  Path folder;

  private String lint(String format) throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), SQL);
    Files.writeString(folder.resolve("V2__b.sql"), "SELECT 1;\n");
    return Run.in(folder, "lint", "--format", format, ".").out();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static List<Error> errors(String schema, String json) throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    try (InputStream in = FormatsTest.class.getResourceAsStream(schema)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return registry.getSchema(text).validate(json, InputFormat.JSON);
    }
  }

  private static List<ReportTestSuite> suites(String junit) throws Exception {
    TestSuiteXmlParser parser = new TestSuiteXmlParser(new NullConsoleLogger());
    return parser.parse(new InputStreamReader(
        new ByteArrayInputStream(junit.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
  }

  private static Set<Violation> read(ViolationsParser parser, String report) throws Exception {
    return parser.parseReportOutput(report, new Silent());
  }

  private static final class Silent implements ViolationsLogger {
    @Override
    public void log(Level level, String message) {}

    @Override
    public void log(Level level, String message, Throwable cause) {
      throw new AssertionError(message, cause);
    }
  }

  private static Violation about(String rule, Set<Violation> violations) {
    return violations.stream()
        .filter(violation -> violation.getRule().endsWith(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(rule + " is not in " + violations));
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void everyFormatGivesTheSameBytesTwice(ReportFormat format) throws IOException {
    String first = lint(format.words());
    assertThat(first).contains(RULE).endsWith("\n");
    assertThat(lint(format.words())).isEqualTo(first);
  }

  @Test
  void conciseIsALineAFinding() throws IOException {
    assertThat(lint("concise").lines())
        .anyMatch(line -> line.matches("V1__a\\.sql:1:\\d+: error\\[" + RULE + "] .+"))
        .anyMatch(line -> line.startsWith("V1__a.sql:2:1: note[not-read] Not read: "))
        .allMatch(
            line -> line.matches("V1__a\\.sql:\\d+:\\d+: (error|warning|note)\\[[a-z-]+] .+"));
  }

  @Test
  void junitIsReadByTheReportsOfMaven() throws Exception {
    List<ReportTestSuite> suites = suites(lint("junit"));
    assertThat(suites)
        .extracting(ReportTestSuite::getFullClassName)
        .containsExactly("V1__a.sql", "V2__b.sql");
    ReportTestSuite first = suites.get(0);
    List<ReportTestCase> tests = first.getTestCases();
    assertThat(tests).anySatisfy(test -> {
      assertThat(test.getName()).startsWith(RULE + " 1:");
      assertThat(test.hasFailure()).isTrue();
      assertThat(test.getFailureMessage()).contains("every INSERT, UPDATE and DELETE on orders");
      assertThat(test.getFailureType()).isEqualTo("error");
      assertThat(test.getFailureDetail()).contains("CREATE INDEX CONCURRENTLY i");
    });
    assertThat(tests)
        .filteredOn(ReportTestCase::hasSkipped)
        .extracting(ReportTestCase::getName)
        .containsExactly("not-read 2:1");
    assertThat(first.getNumberOfTests()).isEqualTo(tests.size());
    assertThat(first.getNumberOfFailures()).isEqualTo(tests.size() - 1);
    assertThat(first.getNumberOfSkipped()).isEqualTo(1);
    assertThat(suites.get(1).getTestCases())
        .singleElement()
        .matches(ReportTestCase::isSuccessful, "is successful");
  }

  @Test
  void junitOfNothingHasATestThatPassed() throws Exception {
    Files.createDirectories(folder.resolve("db"));
    String junit = Run.in(folder, "lint", "--format", "junit", "db").out();
    assertThat(suites(junit)).singleElement().satisfies(suite -> {
      assertThat(suite.getNumberOfErrors()).isEqualTo(1);
      assertThat(suite.getTestCases().get(0).getFailureMessage()).contains("no migrations");
    });
  }

  @Test
  void checkstyleIsReadByBuildServers() throws Exception {
    String checkstyle = lint("checkstyle");
    assertThat(checkstyle).contains("<file name=\"V2__b.sql\"/>");
    Set<Violation> violations = read(new CheckStyleParser(), checkstyle);
    Violation index = about(RULE, violations);
    assertThat(index.getFile()).isEqualTo("V1__a.sql");
    assertThat(index.getStartLine()).isEqualTo(1);
    assertThat(index.getSeverity()).isEqualTo(SEVERITY.ERROR);
    assertThat(index.getMessage()).contains("every INSERT, UPDATE and DELETE on orders");
    assertThat(about("not-read", violations).getSeverity()).isEqualTo(SEVERITY.INFO);
    assertThat(about("column-renamed", violations).getStartLine()).isEqualTo(4);
  }

  @Test
  void gitlabKeepsWhatItsDocumentationDemands() throws Exception {
    String gitlab = lint("gitlab");
    assertThat(errors("gitlab-code-quality.schema.json", gitlab)).isEmpty();
    assertThat(errors("gitlab-code-quality.schema.json", gitlab.replace("\"major\"", "\"bad\"")))
        .isNotEmpty();
    Set<Violation> violations = read(new CodeClimateParser(), gitlab);
    assertThat(violations).hasSize(json(gitlab).size());
    Violation index = about(RULE, violations);
    assertThat(index.getFile()).isEqualTo("V1__a.sql");
    assertThat(index.getStartLine()).isEqualTo(1);
    assertThat(index.getSeverity()).isEqualTo(SEVERITY.ERROR);
    assertThat(about("not-read", violations).getStartLine()).isEqualTo(2);
  }

  @Test
  void gitlabKnowsFindingsAgainWhenLinesMove() throws IOException {
    List<String> before = fingerprints(SQL);
    assertThat(before).doesNotHaveDuplicates().hasSizeGreaterThan(2);
    assertThat(fingerprints("-- a comment\n\n" + SQL)).isEqualTo(before);
    List<String> twice = fingerprints(SQL + SQL);
    assertThat(twice).doesNotHaveDuplicates().containsAll(before);
  }

  private List<String> fingerprints(String sql) throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), sql);
    List<String> fingerprints = new ArrayList<>();
    json(Run.in(folder, "lint", "--format", "gitlab", ".").out())
        .forEach(issue -> fingerprints.add(issue.get("fingerprint").asText()));
    return fingerprints;
  }

  @Test
  void rdjsonKeepsItsSchema() throws IOException {
    String rdjson = lint("rdjson");
    assertThat(errors("rdjson.schema.json", rdjson)).isEmpty();
    assertThat(errors("rdjson.schema.json", rdjson.replace("\"ERROR\"", "\"error\"")))
        .isNotEmpty();
  }

  @Test
  void rdjsonCountsColumnsInBytes() throws IOException {
    JsonNode range = diagnostic(RULE, lint("rdjson")).at("/location/range");
    byte[] line = SQL.lines().findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8);
    int start = range.at("/start/column").asInt() - 1;
    int end = range.at("/end/column").asInt() - 1;
    assertThat(new String(line, start, end - start, StandardCharsets.UTF_8)).isEqualTo("orders");
  }

  @Test
  void rdjsonSuggestsAFixThatGivesTheMendedLine() throws IOException {
    String sql = "-- ü\n/* ä */ DROP INDEX orders_at;\n";
    Files.writeString(folder.resolve("a.sql"), sql);
    String rdjson = Run.in(folder, "lint", "--format", "rdjson", ".").out();
    assertThat(errors("rdjson.schema.json", rdjson)).isEmpty();
    JsonNode suggestion = Stream.of(json(rdjson).get("diagnostics"))
        .flatMap(all -> Stream.iterate(0, i -> i < all.size(), i -> i + 1).map(all::get))
        .filter(one -> one.has("suggestions"))
        .map(one -> one.get("suggestions").get(0))
        .findFirst()
        .orElseThrow();
    byte[] line = sql.lines().skip(1).findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8);
    int start = suggestion.at("/range/start/column").asInt() - 1;
    int end = suggestion.at("/range/end/column").asInt() - 1;
    String mended = new String(line, 0, start, StandardCharsets.UTF_8)
        + suggestion.get("text").asText()
        + new String(line, end, line.length - end, StandardCharsets.UTF_8);
    assertThat(mended).isEqualTo("/* ä */ DROP INDEX CONCURRENTLY orders_at;");
  }

  private static JsonNode diagnostic(String rule, String rdjson) throws IOException {
    for (JsonNode one : json(rdjson).get("diagnostics")) {
      if (one.at("/code/value").asText().equals(rule)) {
        return one;
      }
    }
    throw new AssertionError(rule + " is not in " + rdjson);
  }

  @Test
  void githubGivesColumnsOnlyWhereTheLinesAreOne() throws IOException {
    assertThat(lint("github").lines())
        .anyMatch(line ->
            line.matches("::error file=V1__a\\.sql,line=1,endLine=1,col=\\d+,endColumn=\\d+,"
                + "title=" + RULE + " \\(Lock-queue freeze\\)::.*%0AInstead:%0A.*"))
        .anyMatch(line -> line.startsWith("::notice file=V1__a.sql,line=2,"))
        .anyMatch(line -> line.matches("::[a-z]+ file=V1__a\\.sql,line=\\d,endLine=5,title=.*"));
  }

  @Test
  void githubLeavesOutWhatGithubDoesNotShowAndSaysSo() throws IOException {
    StringBuilder sql = new StringBuilder("GIBBERISH;\n");
    for (int i = 0; i < 12; i++) {
      sql.append("CREATE INDEX i").append(i).append(" ON orders (at);\n");
    }
    Files.writeString(folder.resolve("V1__a.sql"), sql);
    List<String> lines =
        Run.in(folder, "lint", "--format", "github", ".").out().lines().toList();
    assertThat(lines).filteredOn(line -> line.startsWith("::error ")).hasSize(10);
    assertThat(lines.get(0)).startsWith("::error ");
    assertThat(lines).anyMatch(line -> line.startsWith("::notice ") && line.contains("not-read"));
    assertThat(lines.get(lines.size() - 1))
        .startsWith("Not annotated: 2 errors")
        .endsWith("more, as GitHub shows 10 annotations of a level for each step.");
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TEXT"})
  void everyFormatNamesAFileThatCannotBeRead(ReportFormat format) throws IOException {
    Files.createSymbolicLink(folder.resolve("b.sql"), folder.resolve("nowhere.sql"));
    Run run = Run.in(folder, "lint", "--format", format.words(), ".");
    assertThat(run.out()).contains("b.sql").containsIgnoringCase("cannot be read");
    assertThat(run.code()).isEqualTo(2);
  }
}
