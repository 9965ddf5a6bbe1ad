package dev.redshank.gradle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A repository in a folder with the plugin, in version 1.0, under the marker that is published with it. */
final class PluginRepository {
  private static final String POM = """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>dev.redshank</groupId>
        <artifactId>%s</artifactId>
        <version>1.0</version>
        <packaging>%s</packaging>
        <dependencies>%s</dependencies>
      </project>
      """;

  private static final String DEPENDENCY =
      "<dependency><groupId>dev.redshank</groupId><artifactId>%s</artifactId><version>1.0</version></dependency>";

  private PluginRepository() {}

  static void write(Path folder) throws IOException {
    String marker = Files.readString(Path.of("marker/pom.xml"));
    publish(
        folder,
        "dev.redshank.gradle.plugin",
        marker
            .replaceAll(
                "(?s)<parent>.*?</parent>", "<groupId>dev.redshank</groupId><version>1.0</version>")
            .replace("${project.version}", "1.0"));
    List<String> needed = new ArrayList<>();
    int number = 0;
    for (Path path : ClassPath.ofPlugin()) {
      String name = ClassPath.isPlugin(path) ? "redshank-gradle-plugin" : "library-" + number++;
      Path jar = jar(folder, name);
      if (Files.isDirectory(path)) {
        pack(path, jar);
      } else {
        Files.copy(path, jar);
      }
      if (!ClassPath.isPlugin(path)) {
        publish(folder, name, POM.formatted(name, "jar", ""));
        needed.add(DEPENDENCY.formatted(name));
      }
    }
    publish(
        folder,
        "redshank-gradle-plugin",
        POM.formatted("redshank-gradle-plugin", "jar", String.join("", needed)));
  }

  private static Path jar(Path folder, String name) throws IOException {
    return Files.createDirectories(folder.resolve("dev/redshank/" + name + "/1.0"))
        .resolve(name + "-1.0.jar");
  }

  private static void publish(Path folder, String name, String pom) throws IOException {
    Path place = Files.createDirectories(folder.resolve("dev/redshank/" + name + "/1.0"));
    Files.writeString(place.resolve(name + "-1.0.pom"), pom);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Path file : files) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        entries.write(Files.readAllBytes(file));
      }
    }
  }
}
