package dev.redshank.maven;

import dev.redshank.core.project.FlywayProject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What a POM tells Flyway: in the configuration of its plugin, or in properties that begin with {@code flyway.}. */
final class FlywayBlock {
  private static final String PLUGIN = "org.flywaydb:flyway-maven-plugin";
  private static final String PREFIX = "flyway.";
  private static final List<String> LISTS = List.of("locations", "sqlMigrationSuffixes");

  private FlywayBlock() {}

  /** Empty where a POM says nothing about Flyway. */
  static Optional<FlywayProject> of(MavenProject project) {
    Map<String, String> settings = new HashMap<>();
    Optional<Plugin> plugin = Optional.ofNullable(project.getPlugin(PLUGIN));
    // Properties win over nothing; what a plugin's configuration says wins over them, as in Maven.
    Properties properties = project.getProperties();
    properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .forEach(name ->
            settings.put(name.substring(PREFIX.length()), properties.getProperty(name, "")));
    plugin
        .map(Plugin::getConfiguration)
        .filter(Xpp3Dom.class::isInstance)
        .map(Xpp3Dom.class::cast)
        .ifPresent(block -> read(block, settings));
    return plugin.isEmpty() && settings.isEmpty()
        ? Optional.empty()
        : Optional.of(FlywayProject.of(settings));
  }

  private static void read(Xpp3Dom block, Map<String, String> settings) {
    for (Xpp3Dom entry : block.getChildren()) {
      if (LISTS.contains(entry.getName()) && entry.getChildCount() > 0) {
        settings.put(
            entry.getName(),
            String.join(
                ",", Stream.of(entry.getChildren()).map(FlywayBlock::text).toList()));
      } else if (!text(entry).isEmpty()) {
        settings.put(entry.getName(), text(entry));
      }
    }
  }

  private static String text(Xpp3Dom entry) {
    return Optional.ofNullable(entry.getValue()).map(String::strip).orElse("");
  }
}
