package dev.redshank.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Maven loads before a goal can say which Java it needs runs on older ones, and loads nothing that does not. */
final class OlderJavaTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final int JAVA_8 = 52;

  private static List<Path> loadedFirst() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .filter(file -> file.toString().endsWith("Mojo.class")
              || file.endsWith(Path.of("maven", "Goal.class")))
          .sorted()
          .toList();
    }
  }

  /** The eighth byte of a class file, as long as versions are below 128. */
  private static int version(Path file) throws IOException {
    return Files.readAllBytes(file)[7];
  }

  @Test
  void loadsGoalsOfJavaEight() throws IOException {
    assertThat(loadedFirst())
        .hasSize(8)
        .allSatisfy(file -> assertThat(version(file)).isEqualTo(JAVA_8));
  }

  @Test
  void linksNothingThatNeedsMore() throws IOException {
    List<String> first = loadedFirst().stream().map(OlderJavaTest::name).toList();
    for (Path file : loadedFirst()) {
      JavaClass type =
          new ClassFileImporter().importPath(file).stream().findFirst().orElseThrow();
      assertThat(type.getDirectDependenciesFromSelf())
          .extracting(
              dependency -> dependency.getTargetClass().getBaseComponentType().getName())
          .filteredOn(name -> name.startsWith("dev.redshank"))
          .isSubsetOf(first);
    }
  }

  private static String name(Path file) {
    String path = CLASSES.relativize(file).toString().replace('\\', '/');
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }
}
