package dev.redshank.gradle;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What of this test's class path belongs to the plugin, and what only to the test. */
final class ClassPath {
  private static final List<String> TESTING = List.of(
      "apiguardian",
      "archunit",
      "assertj",
      "byte-buddy",
      "junit",
      "opentest4j",
      "redshank-test-fixtures",
      "slf4j",
      "surefire",
      "test-classes",
      "test-fixtures");
  private static final String FLYWAY = "flyway";

  private ClassPath() {}

  /** The plugin and the libraries that it needs. */
  static List<Path> ofPlugin() {
    return all()
        .filter(path -> TESTING.stream().noneMatch(name(path)::startsWith))
        .filter(path -> !name(path).startsWith(FLYWAY))
        .toList();
  }

  /** Flyway's plugin, and what it needs. */
  static List<Path> ofFlyway() {
    return all().filter(path -> name(path).startsWith(FLYWAY)).toList();
  }

  /** This test. */
  static Path ofTest() {
    return all().filter(path -> name(path).equals("test-classes")).findFirst().orElseThrow();
  }

  /** Whether this is the plugin itself. */
  static boolean isPlugin(Path path) {
    return name(path).startsWith("gradle-plugin")
        || name(path).startsWith("redshank-gradle-plugin");
  }

  private static Stream<Path> all() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of);
  }

  /** A jar's name; of the classes of a module, the module's. */
  private static String name(Path path) {
    boolean module = path.endsWith(Path.of("target", "classes"));
    Path named = module ? path.getParent().getParent() : path;
    return named.getFileName().toString();
  }
}
