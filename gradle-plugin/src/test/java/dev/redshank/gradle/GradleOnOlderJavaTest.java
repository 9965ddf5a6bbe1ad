package dev.redshank.gradle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.redshank.gradle.GradleProject.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Gradle that runs on a Java older than 17 is told so, in a sentence. */
final class GradleOnOlderJavaTest {
  private static final Path PLUGIN =
      Path.of("target/classes/dev/redshank/gradle/RedshankPlugin.class");
  private static final byte JAVA_8 = 52;

  @TempDir
  private Path home;

  @TempDir
  private Path folder;

  @Test
  void isToldWhichJavaIsNeeded() throws Exception {
    GradleHome.assemble(
        Path.of(System.getProperty("redshank.gradle.parts")),
        System.getProperty("redshank.gradle.version"),
        home);
    GradleProject project = new GradleProject(home, folder);
    project.write("settings.gradle", "rootProject.name = 'shop'\n");
    project.write(
        "build.gradle",
        GradleProject.buildscript() + "apply plugin: 'base'\napply plugin: 'dev.redshank'\n");

    Outcome refused = project.run(List.of("-Dgradle.java.version=11.0.2"), "check");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output())
        .contains("Redshank needs Java 17 or newer, and this Gradle runs on Java 11.")
        .doesNotContain("class file version", "\tat ");
  }

  @Test
  void canLoadWhatTellsIt() throws IOException {
    // The eighth byte of a class file is its version.
    assertThat(Files.readAllBytes(PLUGIN)[7]).isEqualTo(JAVA_8);
    JavaClass plugin =
        new ClassFileImporter().importPath(PLUGIN).get("dev.redshank.gradle.RedshankPlugin");
    assertThat(plugin.getDirectDependenciesFromSelf())
        .extracting(dependency -> dependency.getTargetClass().getPackageName())
        .noneMatch(name -> name.startsWith("dev.redshank"));
  }
}
