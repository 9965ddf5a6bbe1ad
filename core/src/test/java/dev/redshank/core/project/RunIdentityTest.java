package dev.redshank.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.postgres.PgVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunIdentityTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  @TempDir
  private Path folder;

  @BeforeEach
  void writeProject() throws IOException {
    writeProject(folder.resolve("here"));
  }

  private static void writeProject(Path project) throws IOException {
    write(project, "redshank.yml", "paths: ['db/*']\nbaseline: known.json\nschema: schema.sql\n");
    write(project, "schema.sql", "CREATE TABLE orders (id bigint);\n");
    write(project, "db/V1__orders.sql", "ALTER TABLE orders ADD COLUMN note text;\n");
  }

  private static void write(Path project, String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void write(String name, String text) throws IOException {
    write(folder.resolve("here"), name, text);
  }

  private static ProjectLint lint(Path project, LocalDate today) {
    return ProjectLint.of(new RuleBook(List.of(), rule -> ""), project, () -> today);
  }

  private static String identity(ProjectLint lint) {
    return RunIdentity.of(lint.prepare());
  }

  private String identity() {
    return identity(lint(folder.resolve("here"), MONDAY));
  }

  @Test
  void isTheSameInAnotherFolderOnAnotherDay() throws IOException {
    writeProject(folder.resolve("there"));

    assertThat(identity(lint(folder.resolve("there"), TUESDAY))).isEqualTo(identity());
  }

  @Test
  void dependsOnTheDayWhereSomethingIsAcceptedUntilSomeDay() throws IOException {
    write(
        "db/V2__later.sql",
        "-- redshank:allow missing-lock-timeout reason=\"empty\" until=2026-11-23\nSELECT 1;\n");

    assertThat(identity(lint(folder.resolve("here"), TUESDAY))).isNotEqualTo(identity());
  }

  @Test
  void dependsOnEveryFileThatIsRead() throws IOException {
    String before = identity();

    write("db/V1__orders.sql", "ALTER TABLE orders ADD COLUMN note varchar;\n");
    String edited = identity();
    write("db/V1__orders.sql.conf", "executeInTransaction=false\n");
    String outside = identity();
    write("schema.sql", "CREATE TABLE orders (id bigint, old text);\n");
    String dumped = identity();
    write("redshank.yml", "paths: ['db/*.sql']\nbaseline: known.json\nschema: schema.sql\n");
    String configured = identity();
    write("known.json", "{\"version\": 1, \"findings\": []}");
    String known = identity();

    assertThat(List.of(before, edited, outside, dumped, configured, known)).doesNotHaveDuplicates();
  }

  @Test
  void dependsOnNamesAsResultsHaveThem() throws IOException {
    String before = identity();

    Files.move(folder.resolve("here/db/V1__orders.sql"), folder.resolve("here/db/V1__other.sql"));

    assertThat(identity()).isNotEqualTo(before);
  }

  @Test
  void dependsOnTheServersVersion() {
    ProjectLint older =
        lint(folder.resolve("here"), MONDAY).postgres(PgVersion.parse("14").orElseThrow());

    assertThat(identity(older)).isNotEqualTo(identity());
  }
}
