package dev.redshank.gradle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.gradle.GradleProject.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real builds by a real Gradle. */
final class GradleBuildsTest {
  private static final String PLUGIN = "apply plugin: 'base'\napply plugin: 'dev.redshank'\n";
  private static final String DB = "src/main/resources/db/migration/";
  private static final String ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY, note text);\n";
  private static final String INDEX = "CREATE INDEX orders_note ON orders (note);\n";
  private static final String PAID =
      "SET lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN paid boolean;\n";

  @TempDir
  private static Path home;

  @TempDir
  private Path folder;

  private GradleProject project;

  @BeforeAll
  static void assembleGradle() throws IOException {
    GradleHome.assemble(
        Path.of(System.getProperty("redshank.gradle.parts")),
        System.getProperty("redshank.gradle.version"),
        home);
  }

  @BeforeEach
  void writeProject() throws IOException {
    project = new GradleProject(home, folder);
    project.write("settings.gradle", "rootProject.name = 'shop'\n");
    project.write("build.gradle", GradleProject.buildscript() + PLUGIN);
    project.write(DB + "V1__orders.sql", ORDERS);
  }

  @Test
  void failsCheckWithTheFindingUntilItIsInTheBaseline() throws Exception {
    project.write(DB + "V2__note.sql", INDEX);

    Outcome failed = project.run("check");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.output())
        .contains(
            "> Task :redshankCheck FAILED",
            "error[index-without-concurrently]",
            DB + "V2__note.sql:1:29",
            "1 error, 0 warnings, 0 notes in 2 migrations (failOn error).")
        .doesNotContain("at dev.redshank");
    assertThat(project.file("build/reports/redshank/redshank.html")).exists();

    assertThat(project.run("redshankBaseline").output())
        .contains("Wrote 1 finding to redshank-baseline.json.");
    Outcome passed = project.run("check");
    assertThat(passed.output()).contains("0 errors, 0 warnings, 0 notes in 2 migrations.");
    assertThat(passed.code()).isZero();
  }

  @Test
  void isUpToDateAndComesFromTheCache() throws Exception {
    project.write(DB + "V2__paid.sql", PAID);

    assertThat(project.run("check", "--build-cache").output()).contains("BUILD SUCCESSFUL");
    assertThat(project.run("check", "--build-cache").output())
        .contains("> Task :redshankCheck UP-TO-DATE");
    assertThat(project.run("clean", "check", "--build-cache").output())
        .contains("> Task :redshankCheck FROM-CACHE");
  }

  @Test
  void failsFromTheConfigurationCacheWhenTheSqlHasChanged() throws Exception {
    project.write(DB + "V2__paid.sql", PAID);
    assertThat(project.run("check", "--configuration-cache").output())
        .contains("Configuration cache entry stored", "BUILD SUCCESSFUL");
    assertThat(project.run("check", "--configuration-cache").output())
        .contains("Reusing configuration cache", "> Task :redshankCheck UP-TO-DATE");

    project.write(DB + "V2__paid.sql", INDEX);

    Outcome failed = project.run("check", "--configuration-cache");
    assertThat(failed.output())
        .contains("Reusing configuration cache", "error[index-without-concurrently]");
    assertThat(failed.code()).isEqualTo(1);
  }

  @Test
  void lintsEachOfSeveralProjects() throws Exception {
    project.write("settings.gradle", "include 'library', 'store'\n");
    project.write("build.gradle", "");
    for (String name : List.of("library", "store")) {
      project.write(name + "/build.gradle", GradleProject.buildscript() + PLUGIN);
    }
    project.write("store/" + DB + "V1__orders.sql", ORDERS);
    project.write("store/" + DB + "V2__note.sql", INDEX);

    Outcome failed =
        project.run("check", "--continue", "-Dorg.gradle.unsafe.isolated-projects=true");

    assertThat(failed.output())
        .contains(
            "There are no migrations in this project.",
            "> Task :store:redshankCheck FAILED",
            "1 error, 0 warnings, 0 notes in 2 migrations");
  }

  @Test
  void readsTheExtensionOfFlywaysPlugin() throws Exception {
    project.write(
        "build.gradle",
        GradleProject.buildscript(ClassPath.ofFlyway().toArray(new Path[0]))
            + PLUGIN
            // Flyway's plugin is applied behind ours, as the order in a build script is anybody's.
            + "apply plugin: 'org.flywaydb.flyway'\n"
            + "flyway { locations = ['filesystem:sql'] as String[]; sqlMigrationPrefix = 'D'; sqlMigrationSuffixes = ['.ddl'] as String[] }\n"
            + "redshank { pgVersion = 15; formats = ['json'] }\n");
    project.write("sql/D1__orders.ddl", ORDERS);
    project.write("sql/D2__note.ddl", INDEX);

    Outcome failed = project.run("redshankCheck");

    assertThat(failed.output())
        .contains("sql/D2__note.ddl:1:29", "1 error, 0 warnings, 0 notes in 2 migrations");
    assertThat(Files.readString(project.file("build/reports/redshank/redshank.json")))
        .contains("\"postgres\"", "15");
  }

  @Test
  void saysWhatIsWrongWithTheConfigurationOrWithAFolder() throws Exception {
    project.write("redshank.yml", "rules:\n  index-without-concurently: off\n");
    Outcome broken = project.run("check");
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.output())
        .contains("redshank.yml:2:3", "index-without-concurrently")
        .doesNotContain("at dev.redshank");

    Files.delete(project.file("redshank.yml"));
    project.write(
        "build.gradle",
        GradleProject.buildscript() + PLUGIN + "redshank { sources.from('db/migrations') }\n");
    assertThat(project.run("check").output())
        .contains("db/migrations: there is no such file or folder.");
  }

  @Test
  void takesPathsFromTheConfigurationBesideTheBuildScript() throws Exception {
    project.write("redshank.yml", "paths: [changes]\n");
    project.write("changes/V1__orders.sql", ORDERS);
    project.write("changes/V2__note.sql", INDEX);

    assertThat(project.run("redshankCheck").output()).contains("changes/V2__note.sql:1:29");
  }

  @Test
  void reportsOnlyWhatChangedAndLooksAgainWhenGitSaysSomethingElse() throws Exception {
    project.write(DB + "V2__note.sql", INDEX);
    project.write(
        "build.gradle",
        GradleProject.buildscript() + PLUGIN + "redshank { changedSince = 'HEAD' }\n");
    project.write(".gitignore", "build\n.gradle\n");
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "Before");

    assertThat(project.run("check", "--configuration-cache").output())
        .contains("0 errors, 0 warnings, 0 notes in 0 migrations.");
    assertThat(project.run("check", "--configuration-cache").output())
        .contains("Reusing configuration cache", "> Task :redshankCheck UP-TO-DATE");

    project.write(DB + "V3__again.sql", "CREATE INDEX orders_again ON orders (note);\n");
    Outcome failed = project.run("check", "--configuration-cache");
    assertThat(failed.output())
        .contains(
            "Reusing configuration cache",
            "V3__again.sql:1:30",
            "1 error, 0 warnings, 0 notes in 1 migration (failOn");
  }

  /** The plugin, its marker and all that they need, as a repository has them. */
  @Test
  void isFoundByItsIdAndPrintsWhatReadmeShows() throws Exception {
    project.write(
        "settings.gradle",
        "pluginManagement { repositories { maven { url = uri('repository') } } }\n");
    project.write("build.gradle", block("<!-- gradle -->", "groovy").replace("'0.1.0'", "'1.0'"));
    project.write(DB + "V2__note.sql", INDEX);
    PluginRepository.write(project.file("repository"));

    String printed = project.run("check").output().replace(folder.toRealPath() + "/", "");

    assertThat(block("<!-- build: gradle -->", "console").lines())
        .filteredOn(line -> !line.startsWith("$") && !line.equals("…"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(printed.lines()).contains(line));
  }

  private static String block(String mark, String language) throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    String begin = "```" + language + "\n";
    int at = readme.indexOf(begin, readme.indexOf(mark)) + begin.length();
    return readme.substring(at, readme.indexOf("```", at));
  }

  @Test
  void asksTheRulesOfAJarOnTheBuildScriptsClassPath() throws Exception {
    Path sources = Path.of("../maven-plugin/src/it/own-rule/rule/src/main");
    Path classes = Files.createDirectories(project.file("rule"));
    int code = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            sources.resolve("java/com/example/ShopRules.java").toString(),
            sources.resolve("java/com/example/TableOfOurOwn.java").toString());
    assertThat(code).isZero();
    String service = "META-INF/services/dev.redshank.core.rule.RuleProvider";
    Files.createDirectories(classes.resolve(service).getParent());
    Files.copy(sources.resolve("resources").resolve(service), classes.resolve(service));
    project.write("build.gradle", GradleProject.buildscript(classes) + PLUGIN);

    assertThat(project.run("check").output())
        .contains("error[table-of-our-own]: Ask the platform team for a table.");
  }

  private void git(String... words) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(
        List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.com"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
