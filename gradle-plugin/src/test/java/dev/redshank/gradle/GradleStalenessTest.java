package dev.redshank.gradle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.gradle.GradleProject.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Gradle remembers is never taken for the answer to another question. */
final class GradleStalenessTest {
  private static final String PLUGIN =
      GradleProject.buildscript() + "apply plugin: 'base'\napply plugin: 'dev.redshank'\n";
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
    project.write("build.gradle", PLUGIN);
  }

  @Test
  void seesMigrationsAndConfigurationAppearUnderTheConfigurationCache() throws Exception {
    assertThat(project.run("check", "--configuration-cache").output())
        .contains("There are no migrations in this project.");

    project.write(DB + "V1__orders.sql", ORDERS);
    project.write(DB + "V2__note.sql", INDEX);
    assertThat(project.run("check", "--configuration-cache").output())
        .contains("error[index-without-concurrently]", "BUILD FAILED");

    project.write("redshank.yml", "rules:\n  index-without-concurrently: off\n");
    assertThat(project.run("check", "--configuration-cache").output())
        .contains("0 errors", "BUILD SUCCESSFUL");

    project.write("redshank.yml", "paths: [changes]\n");
    project.write("changes/V1__orders.sql", ORDERS);
    project.write("changes/V2__note.sql", INDEX);
    assertThat(project.run("check", "--configuration-cache").output())
        .contains("changes/V2__note.sql:1:29", "BUILD FAILED");
  }

  @Test
  void looksAgainWhenWhatAGlobFindsOrABaselineHoldsHasChanged() throws Exception {
    project.write("redshank.yml", "paths: ['db/*/*.sql']\nbaseline: known.json\n");
    project.write("db/one/V1__orders.sql", ORDERS);
    project.write("db/one/V2__note.sql", INDEX);
    project.run("redshankBaseline");
    assertThat(project.file("known.json")).exists();
    assertThat(project.run("check").output()).contains("BUILD SUCCESSFUL");

    Files.delete(project.file("known.json"));
    assertThat(project.run("check").output()).contains("db/one/V2__note.sql:1:29", "BUILD FAILED");

    project.write("db/one/V2__note.sql", PAID);
    assertThat(project.run("check").output()).contains("BUILD SUCCESSFUL");

    project.write("db/two/V3__note.sql", INDEX);
    assertThat(project.run("check").output()).contains("db/two/V3__note.sql:1:29", "BUILD FAILED");
  }

  @Test
  void namesTheFilesOfTheRightProjectInWhatComesFromTheCache() throws Exception {
    project.write("settings.gradle", "include 'library', 'store'\n");
    project.write("redshank.yml", "rules:\n  index-without-concurrently: warning\n");
    project.write("build.gradle", "");
    for (String name : new String[] {"library", "store"}) {
      project.write(name + "/build.gradle", PLUGIN + "redshank { formats = ['concise'] }\n");
      project.write(name + "/" + DB + "V1__orders.sql", ORDERS);
      project.write(name + "/" + DB + "V2__note.sql", INDEX);
    }

    project.run(":library:check", "--build-cache");
    project.run(":store:check", "--build-cache");

    for (String name : new String[] {"library", "store"}) {
      assertThat(
              Files.readString(project.file(name + "/build/reports/redshank/redshank-concise.txt")))
          .contains(name + "/" + DB + "V2__note.sql:1:29");
    }
  }

  @Test
  void keepsTheFilesOfTheReportApartFromThoseOfTheCheck() throws Exception {
    project.write(DB + "V1__orders.sql", ORDERS);

    project.run("redshankCheck", "redshankReport", "--build-cache");
    project.run("clean");
    project.run("redshankReport", "--build-cache");
    Outcome second = project.run("redshankCheck", "--build-cache");

    assertThat(second.output()).contains("> Task :redshankCheck FROM-CACHE");
    assertThat(project.file("build/reports/redshank/report/redshank.html")).exists();
    assertThat(project.file("build/reports/redshank/redshank.html")).exists();
  }

  @Test
  void runsTheTaskThatMakesMigrationsFirst() throws Exception {
    project.write(
        "build.gradle",
        PLUGIN
            + "def made = tasks.register('makeMigrations', Copy) { from 'templates'; into layout.buildDirectory.dir('sql') }\n"
            + "redshank { sources.from(made) }\n");
    project.write("templates/V1__orders.sql", ORDERS);
    project.write("templates/V2__note.sql", INDEX);

    assertThat(project.run("check", "--configuration-cache").output())
        .contains("> Task :makeMigrations", "build/sql/V2__note.sql:1:29", "BUILD FAILED");

    project.write("templates/V2__note.sql", PAID);
    assertThat(project.run("check", "--configuration-cache").output())
        .contains("Reusing configuration cache", "BUILD SUCCESSFUL");
  }

  @Test
  void refusesSourcesThatHoldNothing() throws Exception {
    project.write(DB + "V1__orders.sql", ORDERS);
    project.write(
        "build.gradle", PLUGIN + "redshank { sources.from(fileTree('db/migrations')) }\n");

    assertThat(project.run("check").output()).contains("BUILD FAILED", "sources");
  }
}
