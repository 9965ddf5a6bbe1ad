package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.config.ConfigReader;
import dev.redshank.core.config.ConfigReading;
import dev.redshank.core.config.Level;
import dev.redshank.core.config.LintConfig;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first redshank.yml of a project. */
final class InitTest {
  @TempDir
  Path folder;

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private LintConfig written() throws IOException {
    String text = Files.readString(folder.resolve("redshank.yml"));
    ConfigReading reading =
        ConfigReader.read(SourceText.of("redshank.yml", text), ProjectOptions.knownRules());
    assertThat(reading.problems()).isEmpty();
    return reading.config();
  }

  @Test
  void findsToolFoldersAndServer() throws IOException {
    file("src/main/resources/db/migration/V1__a.sql", "SELECT 1;");
    file("src/main/resources/db/migration/old/V0__a.sql", "SELECT 1;");
    file("src/test/resources/db/migration/V9__t.sql", "SELECT 1;");
    file("node_modules/x/migrations/1.sql", "SELECT 1;");
    file("docker-compose.yml", "services:\n  db:\n    image: postgres:16-alpine\n");
    Run run = Run.in(folder, "init");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(folder.resolve("redshank.yml")));
    assertThat(run.err()).startsWith("redshank: wrote ");
    assertThat(run.out()).contains("found in docker-compose.yml").contains("Flyway's names");
    assertThat(written().migrations().paths()).containsExactly("src/main/resources/db/migration");
    assertThat(written().postgres()).contains(new PgVersion(16));
    assertThat(written().baseline()).contains("redshank-baseline.json");
  }

  @Test
  void findsFoldersOfPlainScripts() throws IOException {
    file("prisma/migrations/2024_init/migration.sql", "SELECT 1;");
    file("query/report.sql", "SELECT 1;");
    Run.in(folder, "init");
    assertThat(written().migrations().paths()).containsExactly("prisma/migrations");
  }

  @Test
  void quotesFoldersWithOddNames() throws IOException {
    String odd = "it's \"odd\"\n#1/migrations";
    file(odd + "/1.sql", "SELECT 1;");
    Run.in(folder, "init");
    assertThat(written().migrations().paths()).containsExactly(odd);
    assertThat(Run.in(folder, "lint").out()).startsWith("No findings in 1 migration");
  }

  @Test
  void writesWhatCanBeReadWhereNothingIsFound() throws IOException {
    assertThat(Run.in(folder, "init").out()).contains("none were found");
    assertThat(written().migrations().paths()).isEmpty();
  }

  @Test
  void neverOverwrites() throws IOException {
    file("redshank.yml", "postgres: 15\n");
    Run run = Run.in(folder, "init");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is there already, and nothing is written");
    assertThat(Files.readString(folder.resolve("redshank.yml"))).isEqualTo("postgres: 15\n");
  }

  @Test
  void printsOnlyWhenToldSo() {
    assertThat(Run.in(folder, "init", "--dry-run").code()).isZero();
    assertThat(folder.resolve("redshank.yml")).doesNotExist();
  }

  @Test
  void saysThatAServerIsTooOld() throws IOException {
    file("compose.yaml", "image: postgres:12\n");
    assertThat(Run.in(folder, "init").out())
        .contains("12 (found in compose.yaml) is not one of 14 to 18");
  }

  @Test
  void carriesSquawksSettingsOver() throws IOException {
    file(".squawk.toml", """
        # ours
        excluded_rules = [
          "require-concurrent-index-creation", # slow
          'require-timeout-settings',
          "prefer-emoji",
        ]
        excluded_paths = ["seed/*.sql"]
        pg_version = "15.4"
        assume_in_transaction = true
        [upload_to_github]
        fail_on_violations = true
        """);
    Run run = Run.in(folder, "init", "--from-squawk");
    assertThat(run.code()).as(run.err()).isZero();
    LintConfig config = written();
    assertThat(config.postgres()).contains(new PgVersion(15));
    assertThat(config.squawkComments()).isTrue();
    assertThat(config.surroundings().transactions()).contains(TransactionMode.WRAPPED);
    assertThat(config.migrations().excluded().matches("seed/a.sql")).isTrue();
    assertThat(config.rules().level(new RuleId("index-without-concurrently"))).contains(Level.OFF);
    assertThat(config.rules().level(new RuleId("lock-timeout-missing"))).contains(Level.OFF);
    assertThat(run.out())
        .contains("# not carried over: upload_to_github.fail_on_violations")
        .contains("no rule here: prefer-emoji");
  }

  @Test
  void namesTheLineOfSquawksSettingsThatCannotBeRead() throws IOException {
    file(".squawk.toml", "pg_version = \"15\"\nexcluded_rules = [\"a\n");
    Run run = Run.in(folder, "init", "--from-squawk");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(".squawk.toml:2: a quote is not closed here");
    assertThat(folder.resolve("redshank.yml")).doesNotExist();
  }

  @Test
  void saysThatSquawkHasNoSettingsHere() {
    assertThat(Run.in(folder, "init", "--from-squawk").err()).contains("There is no .squawk.toml");
  }

  @Test
  void offersWhatRunsInTheCiThatIsUsed() throws IOException {
    file(".github/CODEOWNERS", "");
    file(".gitlab-ci.yml", "stages: [test]\n");
    file(".pre-commit-config.yaml", "repos: [] # redshank comes later\n");
    Run run = Run.in(folder, "init");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("GitHub Actions is used here: 'redshank init --ci github'")
        .contains("GitLab is used here: 'redshank init --ci gitlab'")
        .doesNotContain("pre-commit");
  }

  @Test
  void offersNoCiThatIsNotUsed() {
    assertThat(Run.in(folder, "init").err()).doesNotContain("is used here");
  }

  @ParameterizedTest
  @EnumSource
  void writesTheFileOfACiAndPrintsIt(CiFile ci) throws IOException {
    Run run = Run.in(folder, "init", "--ci", ci.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEqualTo("redshank: wrote " + ci.path + ".\n");
    assertThat(folder.resolve(ci.path)).hasContent(run.out());
    assertThat(ci.isMissingIn(folder)).isFalse();
    assertThat(folder.resolve("redshank.yml")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheFileOfACiAsItIs(CiFile ci) throws IOException {
    file(ci.path, "jobs: {}\n");
    Run run = Run.in(folder, "init", "--ci", ci.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("redshank");
    assertThat(run.err()).contains("is there already, and nothing is written. Add to it");
    assertThat(folder.resolve(ci.path)).hasContent("jobs: {}\n");
  }

  @Test
  void printsTheFileOfACiOnlyWhenToldSo() {
    assertThat(Run.in(folder, "init", "--ci", "github", "--dry-run").out()).contains("uses:");
    assertThat(folder.resolve(".github")).doesNotExist();
  }

  @Test
  void saysWhichCisItKnows() {
    Run run = Run.in(folder, "init", "--ci", "travis");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Known are github, gitlab, pre-commit");
  }

  @Test
  void saysThatTheFileOfACiCannotBeWritten() throws IOException {
    file(".github", "a file");
    Run run = Run.in(folder, "init", "--ci", "github");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("redshank.yml").contains("cannot be written");
  }

  @Test
  void adoptsAnOldRepositoryInTwoCommands() throws IOException {
    for (int number = 1; number <= 50; number++) {
      file(
          "db/migration/V%d__old.sql".formatted(number),
          "CREATE INDEX i%d ON orders (a%d);\n".formatted(number, number));
    }
    assertThat(Run.in(folder, "init").code()).isZero();
    assertThat(
            Run.in(folder, "lint", "--write-baseline", InitialConfig.BASELINE).code())
        .isZero();
    Run clean = Run.in(folder, "lint");
    assertThat(clean.code()).isZero();
    assertThat(clean.err()).isEmpty();
    file("db/migration/V51__new.sql", "CREATE INDEX i51 ON orders (a51);\n");
    Run run = Run.in(folder, "lint");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("V51__new.sql:1").contains("1 error, 0 warnings");
  }
}
