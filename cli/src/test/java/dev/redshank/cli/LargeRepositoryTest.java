package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that hold much beside their migrations, and links that lead back. */
final class LargeRepositoryTest {
  private static final String INDEX = "CREATE INDEX i ON orders (at);\n";

  @TempDir
  Path folder;

  @BeforeEach
  void haveMigrations() throws IOException {
    Files.createDirectories(folder.resolve("db/migration"));
    Files.writeString(folder.resolve("db/migration/V1__a.sql"), INDEX);
    Files.writeString(
        folder.resolve("redshank.yml"), "paths: [db/migration]\ntimeouts: {lock: 2s}\n");
  }

  @Test
  void looksOnlyIntoFoldersOfMigrations() throws IOException {
    Path closed = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(closed.resolve("V2__b.sql"), INDEX);
    Files.createSymbolicLink(closed.resolve("V3__nowhere.sql"), folder.resolve("nowhere"));
    Run run = Run.in(folder, "lint");
    assertThat(run.err()).isEqualTo("redshank: failed: 1 error (--fail-on error).\n");
    assertThat(run.out()).contains("in 1 migration, 1 statement.");
  }

  @Test
  void readsAHundredThousandFilesBesideTheMigrations() throws IOException {
    GitRepository repository = GitRepository.in(folder);
    for (int i = 0; i < 100; i++) {
      Path many = Files.createDirectories(folder.resolve("assets/" + i));
      for (int j = 0; j < 1000; j++) {
        Files.createFile(many.resolve(j + ".txt"));
      }
    }
    repository.commit("Much");
    Files.writeString(folder.resolve("db/migration/V2__b.sql"), INDEX);
    Run run = Run.in(folder, "lint", "--changed-since", "main");
    assertThat(run.out())
        .contains("V2__b.sql:1")
        .contains("2 migrations, 2 statements, 1 migration under review");
  }

  @Test
  void passesOverLinksThatLeadBack() throws IOException {
    Files.createSymbolicLink(folder.resolve("db/migration/again"), folder.resolve("db"));
    Run run = Run.in(folder, "lint");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("in 1 migration, 1 statement.");
    Files.delete(folder.resolve("redshank.yml"));
    assertThat(Run.in(folder, "init").out()).contains("  - db/migration\n");
  }
}
