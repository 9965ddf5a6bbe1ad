package dev.redshank.gradle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project that a real Gradle builds. */
final class GradleProject {
  private static final List<String> OPENED = List.of(
      "java.base/java.util",
      "java.base/java.lang",
      "java.base/java.lang.invoke",
      "java.base/java.nio.charset",
      "java.base/java.net",
      "java.prefs/java.util.prefs",
      "java.xml/javax.xml.namespace");

  private final Path home;
  private final Path folder;

  GradleProject(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
  }

  /** What a build printed and how it ended. */
  record Outcome(int code, String output) {}

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** The lines that put the plugin under test on a build script's class path. */
  static String buildscript(Path... more) {
    String files = Stream.concat(ClassPath.ofPlugin().stream(), Stream.of(more))
        .map(path -> "'" + path.toString().replace('\\', '/') + "'")
        .collect(Collectors.joining(", "));
    return "buildscript { dependencies { classpath files(" + files + ") } }\n";
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return run(List.of(), arguments);
  }

  /**
   * A build by a Java that is told more.
   *
   * @param options of java
   */
  Outcome run(List<String> options, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A build ends before compiled code would pay.
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    OPENED.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
    command.add("-Dorg.gradle.internal.instrumentation.agent=false");
    command.add("-Dgradle.lib=" + home.resolve("lib"));
    command.addAll(options);
    command.add("-cp");
    command.add(ClassPath.ofTest().toString());
    command.add(GradleLauncher.class.getName());
    command.addAll(List.of(
        "--no-daemon",
        "--offline",
        "--console=plain",
        "-g",
        home.resolve("user").toString()));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("gradle", ".log");
    try {
      Process process = new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("Gradle does not end:\n" + Files.readString(log));
      }
      return new Outcome(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    } finally {
      Files.delete(log);
    }
  }
}
