package dev.redshank.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.Rule;
import dev.redshank.fixtures.Fixture;
import dev.redshank.fixtures.FixtureCase;
import dev.redshank.fixtures.Fixtures;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the house that concern rules, their pages and their fixtures. */
final class HouseRulesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/redshank/rules");
  private static final Path PAGES = Path.of("src/main/resources/dev/redshank/rules/pages");
  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_METHOD = 40;
  private static final int LONGEST_PAGE = 60;
  private static final Set<String> EMPTY_NAMES =
      Set.of("Utils", "Util", "Helper", "Manager", "Impl", "Abstract");

  /** Set to rewrite the generated blocks of the pages instead of comparing them. */
  private static final boolean WRITES = Boolean.getBoolean("redshank.pages.write");

  static List<Rule> rules() {
    return RedshankRules.all();
  }

  private static List<String> ids() {
    return rules().stream().map(rule -> rule.info().id().value()).toList();
  }

  @Test
  void listsRulesInTheOrderOfTheirNames() {
    assertThat(ids()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void listsEveryRuleThatThereIs() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> written = files
          .filter(file -> read(file).contains(" implements Rule {"))
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .toList();
      assertThat(rules().stream().map(rule -> rule.getClass().getSimpleName()))
          .containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void namesTheClassLikeTheRule(Rule rule) {
    StringBuilder name = new StringBuilder();
    for (String word : rule.info().id().value().split("-", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    assertThat(rule.getClass().getSimpleName()).isEqualTo(name.toString());
    String mode = rule.info().mode().id().replace("-", "");
    assertThat(rule.getClass().getPackageName()).endsWith("." + mode);
    assertThat(Modifier.isFinal(rule.getClass().getModifiers())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void namesThePatternFoundAndGivesNoOrder(Rule rule) {
    assertThat(rule.info().id().value())
        .matches("[a-z0-9]+(-[a-z0-9]+)+")
        .doesNotMatch("(require|prefer|ban|no|avoid|use)-.*");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void keepsNothingInARule(Rule rule) {
    assertThat(Arrays.stream(rule.getClass().getDeclaredFields()))
        .allMatch(field -> field.isSynthetic()
            || (Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers())));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void asksEveryRuleAboutSomething(Rule rule) {
    assertThat(rule.info().about().isEmpty() && rule.info().moments().isEmpty()).isFalse();
  }

  @Test
  void hasOneFixtureForEachRule() {
    assertThat(Fixtures.all().stream().map(Fixture::rule)).containsExactlyElementsOf(ids());
  }

  @Test
  void beginsAFixtureWithItsDangerAndShowsARemedy() {
    assertThat(Fixtures.all()).allSatisfy(fixture -> {
      assertThat(fixture.danger().files())
          .flatExtracting(file -> file.findings())
          .anySatisfy(line -> assertThat(line.rule()).isEqualTo(fixture.rule()));
      assertThat(fixture.cases()).anyMatch(Fixture::isRemedy);
    });
  }

  @Test
  void hasOnePageForEachRule() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files
              .map(file -> file.getFileName().toString().replace(".md", ""))
              .sorted())
          .containsExactlyElementsOf(ids());
    }
    assertThat(rules())
        .allSatisfy(rule -> assertThat(
                RedshankRules.class.getResource(RedshankRules.page(rule.info().id())))
            .isNotNull());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void answersFourQuestionsOnAPage(Rule rule) {
    String page = read(page(rule.info().id()));
    List<String> parts = page.lines()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring("## ".length()))
        .toList();
    assertThat(parts).isEqualTo(RulePage.PARTS);
    assertThat(RulePage.blocks(page))
        .containsExactly("rule", "danger and remedy", RulePage.MEASURED);
    assertThat(RulePage.prose(page).lines().count()).isLessThanOrEqualTo(LONGEST_PAGE);
    assertThat(page).contains("https://www.postgresql.org/docs/current/");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void generatesTheBlocksOfAPageFromRuleAndFixture(Rule rule) throws IOException {
    Path file = page(rule.info().id());
    Fixture fixture = Fixtures.all().stream()
        .filter(found -> found.rule().equals(rule.info().id().value()))
        .findFirst()
        .orElseThrow();
    String generated = RulePage.generated(read(file), rule.info(), fixture);
    if (WRITES) {
      Files.writeString(file, generated);
    }
    assertThat(read(file))
        .as("run with -Dredshank.pages.write=true to rewrite the generated blocks")
        .isEqualTo(generated);
  }

  @Test
  void statesConsequencesInsteadOfGivingAdvice() {
    assertThat(everyFinding())
        .allSatisfy(located -> assertThat(located.finding().message())
            .doesNotContainIgnoringCase("should")
            .doesNotContainIgnoringCase("consider")
            .doesNotContain("null", "Optional[", "%")
            .matches("(?s)\\S.*[.]"));
  }

  @Test
  void handsOverTheSafeVersionWithEveryFinding() {
    assertThat(everyFinding())
        .filteredOn(
            located -> !located.finding().rule().value().equals("down-migration-loses-data"))
        .allSatisfy(located -> assertThat(located.finding().recipe()).isNotEmpty());
  }

  private static List<LocatedFinding> everyFinding() {
    return Fixtures.all().stream()
        .flatMap(fixture -> fixture.cases().stream())
        .flatMap(fixtureCase -> FixtureLint.of(fixtureCase, newest(fixtureCase)).stream())
        .toList();
  }

  private static PgVersion newest(FixtureCase fixtureCase) {
    return new PgVersion(fixtureCase.versions().last());
  }

  @Test
  void keepsFilesAndMethodsShort() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
        assertThat(read(file).lines().count()).as("%s", file).isLessThanOrEqualTo(LONGEST_FILE);
        assertThat(longestMethod(file)).as("%s", file).isLessThanOrEqualTo(LONGEST_METHOD);
        assertThat(EMPTY_NAMES.stream().filter(file.getFileName().toString()::contains))
            .as("%s", file)
            .isEmpty();
      });
    }
  }

  /** The formatter indents the members of a class by two, and closes each at the same column. */
  private static int longestMethod(Path file) {
    int longest = 0;
    int start = 0;
    List<String> lines = read(file).lines().toList();
    for (int number = 0; number < lines.size(); number++) {
      String line = lines.get(number);
      if (line.matches(" {2}(?! )[^}].*") && line.endsWith("{")) {
        start = number;
      } else if (line.equals("  }") && !lines.get(start).contains(" record ")) {
        longest = Math.max(longest, number - start + 1);
      }
    }
    return longest;
  }

  private static Path page(RuleId rule) {
    return PAGES.resolve(rule + ".md");
  }

  private static String read(Path file) {
    try {
      return Files.isDirectory(file) ? "" : Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
