package dev.redshank.gradle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Puts a Gradle together that runs: the jar of its API holds all modules and their lists of what they need, so a jar with such a
 * list for each module, which refers to the one that has the classes, is all that the launcher looks for.
 */
final class GradleHome {
  private static final String SUFFIX = "-classpath.properties";
  private static final Pattern KOTLIN = Pattern.compile("kotlin-stdlib-([0-9.]+)\\.jar");

  private final Path lib;
  private final String version;
  private final String all;
  private final List<String> libraries = new ArrayList<>();

  private GradleHome(Path lib, String version) {
    this.lib = lib;
    this.version = version;
    this.all = "gradle-all-" + version + ".jar";
  }

  /** Puts it together from the jar of the API and the libraries beside it. */
  static Path assemble(Path parts, String version, Path home) throws IOException {
    GradleHome gradle = new GradleHome(Files.createDirectories(home.resolve("lib")), version);
    for (String folder : List.of("lib/plugins", "lib/agents", "init.d", "bin")) {
      Files.createDirectories(home.resolve(folder));
    }
    Path api = parts.resolve("gradle-api-" + version + ".jar");
    gradle.link(api, gradle.all);
    gradle.addLibraries(parts, api);
    gradle.addModules(api);
    return home;
  }

  private void link(Path file, String name) throws IOException {
    try {
      Files.createLink(lib.resolve(name), file);
    } catch (IOException | UnsupportedOperationException otherDisk) {
      Files.copy(file, lib.resolve(name));
    }
  }

  private void addLibraries(Path parts, Path api) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(parts)) {
      files = listed.filter(file -> !file.equals(api)).sorted().toList();
    }
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      link(file, name);
      libraries.add(name);
    }
  }

  private void addModules(Path api) throws IOException {
    Map<String, Properties> modules = modules(api);
    Set<String> mentioned = new TreeSet<>();
    for (Map.Entry<String, Properties> module : modules.entrySet()) {
      List<String> projects = list(module.getValue(), "projects");
      mentioned.addAll(projects);
      mentioned.addAll(list(module.getValue(), "optional"));
      List<String> runtime = new ArrayList<>(List.of(all));
      boolean core = Set.of("gradle-core", "gradle-launcher").contains(module.getKey());
      runtime.addAll(
          core
              ? libraries
              : list(module.getValue(), "runtime").stream()
                  .filter(libraries::contains)
                  .toList());
      emit(module.getKey(), projects, runtime, Map.of());
    }
    List<String> everything = new ArrayList<>(List.of(all));
    everything.addAll(libraries);
    emit("gradle-daemon-server", List.copyOf(modules.keySet()), everything, Map.of());
    mentioned.removeAll(modules.keySet());
    mentioned.remove("gradle-daemon-server");
    for (String module : mentioned) {
      emit(module, List.of(), List.of(all), extra(module));
    }
    try (OutputStream out = Files.newOutputStream(lib.resolve("javax.inject-1.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      entry(jar, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
    }
  }

  private Map<String, String> extra(String module) {
    if (!module.equals("gradle-kotlin-dsl")) {
      return Map.of();
    }
    String kotlin = libraries.stream()
        .map(KOTLIN::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst()
        .orElse("1.9.0");
    return Map.of(
        "gradle-kotlin-dsl-versions.properties", "kotlin=" + kotlin + "\nprovider=4.4.0\n");
  }

  private static Map<String, Properties> modules(Path api) throws IOException {
    Map<String, Properties> modules = new TreeMap<>();
    try (ZipFile jar = new ZipFile(api.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
        String name = entry.getName();
        if (name.endsWith(SUFFIX) && name.indexOf('/') < 0) {
          Properties properties = new Properties();
          try (InputStream text = jar.getInputStream(entry)) {
            properties.load(text);
          }
          modules.put(name.substring(0, name.length() - SUFFIX.length()), properties);
        }
      }
    }
    return modules;
  }

  private static List<String> list(Properties properties, String key) {
    return Stream.of(properties.getProperty(key, "").split(","))
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private void emit(
      String module, List<String> projects, List<String> runtime, Map<String, String> more)
      throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(
        module + SUFFIX,
        "projects=" + String.join(",", projects) + "\nruntime=" + String.join(",", runtime) + "\n");
    entries.putAll(more);
    try (OutputStream out = Files.newOutputStream(lib.resolve(module + "-" + version + ".jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        entry(jar, entry.getKey(), entry.getValue());
      }
    }
  }

  private static void entry(JarOutputStream jar, String name, String text) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(text.getBytes(StandardCharsets.UTF_8));
    jar.closeEntry();
  }
}
