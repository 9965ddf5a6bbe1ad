package dev.redshank.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.migration.FlywayNaming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlywayProjectTest {
  @TempDir
  private Path project;

  private Path resources;

  @BeforeEach
  void makeResources() throws IOException {
    resources = Files.createDirectories(project.resolve("src/main/resources"));
  }

  private List<String> paths(FlywayProject flyway) {
    return flyway.paths(project, List.of(resources)).stream()
        .map(path -> path.replace('\\', '/').substring(project.toString().length() + 1))
        .toList();
  }

  @Test
  void looksForFlywaysDefaultWhereItIs() throws IOException {
    FlywayProject silent = FlywayProject.of(Map.of());
    assertThat(paths(silent)).isEmpty();

    Files.createDirectories(resources.resolve("db/migration"));

    assertThat(paths(silent)).containsExactly("src/main/resources/db/migration");
    assertThat(silent.naming()).isEqualTo(FlywayNaming.DEFAULT);
  }

  @Test
  void readsLocationsAndNames() throws IOException {
    Files.createDirectories(resources.resolve("db/a"));
    FlywayProject flyway = FlywayProject.of(Map.of(
        "locations",
            "classpath:/db/a, filesystem:sql, classpath:absent, s3:bucket/x, filesystem:db/*/up",
        "sqlMigrationPrefix", "D",
        "sqlMigrationSuffixes", ".ddl,.sql"));

    assertThat(paths(flyway)).containsExactly("src/main/resources/db/a", "sql", "db/*/up/**");
    assertThat(flyway.naming().versioned()).isEqualTo("D");
    assertThat(flyway.naming().suffixes()).containsExactly(".ddl", ".sql");
  }

  @Test
  void readsWhatSpringIsTold() throws IOException {
    Files.writeString(
        resources.resolve("application.yml"),
        "spring:\n  flyway:\n    locations: [classpath:db/a, 'filesystem:sql']\n"
            + "    sql-migration-prefix: D\n---\nspring:\n  flyway:\n    locations: classpath:db/test\n");
    assertThat(FlywayProject.ofSpring(List.of(resources))).hasValueSatisfying(flyway -> {
      assertThat(flyway.locations()).containsExactly("classpath:db/a", "filesystem:sql");
      assertThat(flyway.naming().versioned()).isEqualTo("D");
    });

    Files.writeString(
        resources.resolve("application.properties"),
        "spring.flyway.locations[0]=classpath:db/p\nspring.flyway.table=history\n");
    assertThat(FlywayProject.ofSpring(List.of(resources)).orElseThrow().locations())
        .contains("classpath:db/p");
  }

  @Test
  void leavesToSpringWhatCannotBeRead() throws IOException {
    Files.writeString(
        resources.resolve("application.yml"), "a: [\n  b: !!javax.script.ScriptEngineManager []");
    Files.writeString(
        resources.resolve("application.properties"), "spring.flyway.locations=${PLACE}\n");

    assertThat(FlywayProject.ofSpring(List.of(resources))).isEmpty();
  }
}
