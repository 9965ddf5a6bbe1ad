package dev.redshank.core.project;

import dev.redshank.core.migration.FlywayNaming;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a project tells Flyway about its scripts, in its build or in Spring's {@code application.properties} or {@code
 * application.yml}.
 *
 * @param locations as Flyway writes them: {@code classpath:db/migration}, {@code filesystem:sql}; none: Flyway's default
 * @param naming how the scripts are named
 */
public record FlywayProject(List<String> locations, FlywayNaming naming) {
  /** Flyway's and Spring's default. */
  public static final String DEFAULT_FOLDER = "db/migration";

  private static final String CLASSPATH = "classpath:";
  private static final String FILESYSTEM = "filesystem:";

  public FlywayProject {
    locations = List.copyOf(locations);
  }

  /**
   * What settings say.
   *
   * @param settings by Flyway's names, as {@code locations} or {@code sqlMigrationPrefix}; lists are separated by commas
   */
  public static FlywayProject of(Map<String, String> settings) {
    FlywayNaming usual = FlywayNaming.DEFAULT;
    FlywayNaming naming = new FlywayNaming(
        settings.getOrDefault("sqlMigrationPrefix", usual.versioned()),
        settings.getOrDefault("undoSqlMigrationPrefix", usual.undo()),
        settings.getOrDefault("baselineMigrationPrefix", usual.baseline()),
        settings.getOrDefault("repeatableSqlMigrationPrefix", usual.repeatable()),
        settings.getOrDefault("sqlMigrationSeparator", usual.separator()),
        list(settings.get("sqlMigrationSuffixes"), usual.suffixes()));
    return new FlywayProject(list(settings.get("locations"), List.of()), naming);
  }

  private static List<String> list(@Nullable String text, List<String> usual) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    return Stream.of(text.split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /**
   * What Spring is told in a resources folder; empty where it is told nothing about Flyway. What cannot be read is left to
   * Spring to complain of.
   */
  public static Optional<FlywayProject> ofSpring(List<Path> resources) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Path folder : resources) {
      for (String name : List.of("application.yml", "application.yaml", "application.properties")) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
          read(file, settings);
        }
      }
    }
    return settings.isEmpty() ? Optional.empty() : Optional.of(of(settings));
  }

  private static void read(Path file, Map<String, String> settings) {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      if (file.toString().endsWith(".properties")) {
        Properties properties = new Properties();
        properties.load(text);
        properties
            .stringPropertyNames()
            .forEach(key -> setting(key, properties.getProperty(key, ""), settings));
      } else {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        // Further documents are for profiles.
        for (Object document : yaml.loadAll(text)) {
          flatten("", document, settings);
          break;
        }
      }
    } catch (IOException | YAMLException | IllegalArgumentException unreadable) {
      return;
    }
  }

  private static void flatten(String key, @Nullable Object value, Map<String, String> settings) {
    if (value instanceof Map<?, ?> entries) {
      entries.forEach(
          (name, inner) -> flatten(key.isEmpty() ? name + "" : key + "." + name, inner, settings));
    } else if (value instanceof List<?> items) {
      setting(key, String.join(",", items.stream().map(String::valueOf).toList()), settings);
    } else if (value != null) {
      setting(key, String.valueOf(value), settings);
    }
  }

  private static void setting(String key, String value, Map<String, String> settings) {
    String prefix = "spring.flyway.";
    boolean list = key.endsWith("]") && key.contains("[");
    String name = list ? key.substring(0, key.indexOf('[')) : key;
    if (name.startsWith(prefix) && !value.contains("${")) {
      settings.merge(
          camelCase(name.substring(prefix.length())),
          value,
          (old, more) -> list ? old + "," + more : more);
    }
  }

  private static String camelCase(String words) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      boolean dash = words.charAt(i) == '-' && i + 1 < words.length();
      name.append(dash ? Character.toUpperCase(words.charAt(++i)) : words.charAt(i));
    }
    return name.toString();
  }

  /**
   * Where the scripts are. A folder on the class path that none of the resources holds lies in some jar, or is not there yet.
   *
   * @param directory what {@code filesystem:} is relative to
   * @param resources the folders that become the class path
   */
  public List<String> paths(Path directory, List<Path> resources) {
    List<String> paths = new ArrayList<>();
    for (String location : locations.isEmpty() ? List.of(DEFAULT_FOLDER) : locations) {
      if (location.startsWith(FILESYSTEM)) {
        Path folder = directory.resolve(location.substring(FILESYSTEM.length()));
        paths.add(within(folder.toString()));
      } else if (!location.contains(":") || location.startsWith(CLASSPATH)) {
        String name =
            location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length()) : location;
        String folder = name.replaceAll("^/+", "");
        for (Path resource : resources) {
          Path place = resource.resolve(folder.replaceAll("[*?{\\[].*$", ""));
          if (Files.exists(place)) {
            paths.add(within(resource + "/" + folder));
          }
        }
      }
    }
    return paths;
  }

  /** A location with a wildcard stands for folders. */
  private static String within(String folder) {
    return folder.indexOf('*') >= 0 || folder.indexOf('?') >= 0 ? folder + "/**" : folder;
  }
}
