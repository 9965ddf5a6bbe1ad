package dev.redshank.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.Edit;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.Fix;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.RuleCrash;
import dev.redshank.core.lint.Verdict;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What kept Redshank from judging is in every format that leaves the terminal; silence would look like safety. */
final class LineFormatsTest {
  private static final SourceText SOURCE = SourceText.of("a.sql", "one two three;\nfour;\n");
  private static final NotRead NOT_READ = new NotRead("a.sql", new Span(15, 19), "four is no verb");
  private static final RuleCrash CRASH =
      new RuleCrash(new RuleId("some-rule"), "a.sql", 2, new IllegalStateException("boom"));
  private static final Problem PROBLEM = new Problem("b.sql", Optional.empty(), "cannot be read.");

  private static LintResult result(LocatedFinding... findings) {
    return new LintResult(
        PgVersion.DEFAULT,
        List.of(findings),
        List.of(NOT_READ),
        List.of(PROBLEM),
        List.of(CRASH),
        1,
        2,
        Map.of("a.sql", SOURCE),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of("a.sql"),
        new Verdict(List.of(), false, Set.of()));
  }

  private static LocatedFinding finding(Fix fix) {
    Finding finding = Finding.of(
        new RuleId("some-rule"),
        FailureMode.HIDDEN_REWRITE,
        Severity.ERROR,
        new Span(0, 3),
        "Bad.");
    return new LocatedFinding(finding.withFix(fix), SOURCE, "SELECT", "0123456789abcdef");
  }

  /** Writes a result down. */
  interface Format {
    void write(LintResult result, Writer out) throws IOException;
  }

  private static String written(Format format, LintResult result) throws IOException {
    StringWriter out = new StringWriter();
    format.write(result, out);
    return out.toString();
  }

  private static Arguments named(String name, Format format) {
    return Arguments.of(name, format);
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        named("json", (result, out) -> LintJson.write(result, RuleSet.of(List.of()), "1", out)),
        named("concise", LintConcise::write),
        named("github", LintGithub::write),
        named("gitlab", LintGitlab::write),
        named("junit", LintJunit::write),
        named("checkstyle", LintCheckstyle::write),
        named("rdjson", LintRdjson::write));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void isNeverLost(String name, Format format) throws IOException {
    assertThat(written(format, result()))
        .contains("four is no verb")
        .contains("some-rule")
        .contains("boom")
        .contains("b.sql")
        .containsIgnoringCase("cannot be read.");
  }

  @Test
  void comesFirstAmongAnnotations() throws IOException {
    List<String> lines = written(LintGithub::write, result(finding(new Fix("", true, List.of()))))
        .lines()
        .toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .startsWith("::error file=a.sql,line=2,endLine=2,col=1,endColumn=1,title=rule-crashed::");
    assertThat(lines.get(1)).startsWith("::error file=b.sql,title=input-problem::Cannot be read.");
    assertThat(lines.get(2))
        .startsWith("::error file=a.sql,line=1,")
        .contains("title=some-rule (Hidden rewrite)");
    assertThat(lines.get(3)).startsWith("::notice file=a.sql,line=2,").contains("title=not-read");
  }

  @Test
  void isAnErrorOrASkippedTestInJunit() throws IOException {
    assertThat(written(LintJunit::write, result()))
        .contains("tests=\"3\" failures=\"0\" errors=\"2\" skipped=\"1\"");
  }

  @Test
  void editsOfOneFixAreOneSuggestion() throws IOException {
    Fix fix = new Fix(
        "Say it otherwise",
        true,
        List.of(new Edit(new Span(8, 13), "3"), new Edit(new Span(0, 3), "1")));
    assertThat(written(LintRdjson::write, result(finding(fix))))
        .containsOnlyOnce("suggestions")
        .contains("\"text\" : \"1 two 3\"");
  }

  @Test
  void equalFingerprintsAreToldApart() throws IOException {
    LocatedFinding one = finding(new Fix("", true, List.of()));
    assertThat(written(LintGitlab::write, result(one, one, one)))
        .contains("\"0123456789abcdef\"", "\"0123456789abcdef-2\"", "\"0123456789abcdef-3\"");
  }
}
