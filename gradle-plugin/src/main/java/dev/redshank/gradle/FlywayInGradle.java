package dev.redshank.gradle;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gradle.api.Project;
import org.gradle.api.provider.Provider;
import org.jspecify.annotations.Nullable;

/** What a build script tells Flyway's plugin, whose classes are its own: its extension is asked by name. */
final class FlywayInGradle {
  private static final List<String> SETTINGS = List.of(
      "locations",
      "sqlMigrationPrefix",
      "undoSqlMigrationPrefix",
      "baselineMigrationPrefix",
      "repeatableSqlMigrationPrefix",
      "sqlMigrationSeparator",
      "sqlMigrationSuffixes");

  private FlywayInGradle() {}

  /** What is said, by Flyway's names; one for each plugin, so none where there is no such plugin. */
  static List<Map<String, String>> settings(Project project) {
    return Optional.ofNullable(project.getExtensions().findByName("flyway"))
        .map(FlywayInGradle::settings)
        .map(List::of)
        .orElse(List.of());
  }

  private static Map<String, String> settings(Object extension) {
    Map<String, String> settings = new HashMap<>();
    for (String name : SETTINGS) {
      value(extension, name).map(FlywayInGradle::words).ifPresent(text -> settings.put(name, text));
    }
    return settings;
  }

  private static Optional<Object> value(Object extension, String name) {
    String getter = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    try {
      return said(extension.getClass().getMethod(getter).invoke(extension));
    } catch (ReflectiveOperationException none) {
      return field(extension, name);
    }
  }

  private static Optional<Object> field(Object extension, String name) {
    try {
      return said(extension.getClass().getField(name).get(extension));
    } catch (ReflectiveOperationException none) {
      return Optional.empty();
    }
  }

  private static Optional<Object> said(@Nullable Object value) {
    return value instanceof Provider<?> provider
        ? Optional.ofNullable(provider.getOrNull())
        : Optional.ofNullable(value);
  }

  private static String words(Object value) {
    if (value.getClass().isArray()) {
      List<String> items = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        items.add(String.valueOf(Array.get(value, i)));
      }
      return String.join(",", items);
    }
    return value instanceof Collection<?> items
        ? String.join(",", items.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }
}
