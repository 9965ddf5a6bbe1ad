package dev.redshank.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import dev.redshank.fixtures.Fixture;
import dev.redshank.fixtures.FixtureCase;
import dev.redshank.fixtures.FixtureFile;
import dev.redshank.fixtures.FixtureFile.Underline;
import dev.redshank.fixtures.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case under every safety rule: what is underlined is found, and nothing else. */
final class FixturesTest {
  static Stream<FixtureCase> cases() {
    return Fixtures.all().stream().flatMap(fixture -> fixture.cases().stream());
  }

  static Stream<FixtureCase> remedies() {
    return cases().filter(Fixture::isRemedy);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatIsUnderlinedAndNothingElse(FixtureCase fixtureCase) {
    List<String> expected = fixtureCase.files().stream()
        .flatMap(file -> file.findings().stream().map(underline -> place(file, underline)))
        .sorted()
        .toList();
    for (PgVersion postgres : PgVersion.all()) {
      if (fixtureCase.versions().contains(postgres.major())) {
        List<LocatedFinding> found = FixtureLint.of(fixtureCase, postgres);
        assertThat(found.stream().map(FixturesTest::place).sorted())
            .as("PostgreSQL %s: %s", postgres, words(found))
            .isEqualTo(expected);
        fixtureCase
            .files()
            .forEach(file -> file.findings().forEach(line -> says(file, line, found)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("remedies")
  void underlinesNothingInARemedy(FixtureCase remedy) {
    assertThat(remedy.files()).allSatisfy(file -> assertThat(file.findings()).isEmpty());
  }

  private static String words(List<LocatedFinding> found) {
    return String.join("\n", found.stream().map(f -> f.finding().message()).toList());
  }

  private static void says(FixtureFile file, Underline underline, List<LocatedFinding> found) {
    assertThat(found)
        .filteredOn(finding -> place(finding).equals(place(file, underline)))
        .anySatisfy(finding -> assertThat(finding.finding().message()).contains(underline.words()));
  }

  private static String place(FixtureFile file, Underline underline) {
    String severity =
        underline.severity().orElseGet(() -> usual(underline.rule()).words());
    return "%s:%d:%d-%d %s %s"
        .formatted(
            file.name(),
            underline.line(),
            underline.column(),
            underline.endColumn(),
            underline.rule(),
            severity);
  }

  private static Severity usual(String rule) {
    Optional<Rule> named = RedshankRules.all().stream()
        .filter(r -> r.info().id().value().equals(rule))
        .findFirst();
    return named.map(found -> found.info().severity()).orElse(Severity.NOTE);
  }

  private static String place(LocatedFinding located) {
    Finding finding = located.finding();
    SourceText source = located.source();
    Span span = finding.span();
    Position start = source.position(span.start());
    Span firstLine = source.line(start.line());
    Position end = source.position(Math.min(span.end(), firstLine.end()));
    return "%s:%d:%d-%d %s %s"
        .formatted(
            source.path(),
            start.line(),
            start.column(),
            end.column(),
            finding.rule(),
            finding.severity().words());
  }
}
