package dev.redshank.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationFinderTest {
  @TempDir
  Path root;

  @BeforeEach
  void markTheRoot() throws IOException {
    write("redshank.yml");
  }

  @Test
  void ordersFlywaysVersionsByNumberAndRepeatablesLast() throws IOException {
    write(
        "db/R__b.sql",
        "db/R__a.sql",
        "db/V10__x.sql",
        "db/V2__x.sql",
        "db/V1.10__x.sql",
        "db/V1_9__x.sql",
        "db/sub/V3__x.sql",
        "db/V003.1__x.sql");

    assertThat(paths("db"))
        .containsExactly(
            "db/V1_9__x.sql",
            "db/V1.10__x.sql",
            "db/V2__x.sql",
            "db/sub/V3__x.sql",
            "db/V003.1__x.sql",
            "db/V10__x.sql",
            "db/R__a.sql",
            "db/R__b.sql");
  }

  @Test
  void leavesOutCallbacksHiddenFoldersAndOtherPrefixes() throws IOException {
    write(
        "db/V1__x.SQL",
        "db/v2__x.sql",
        "db/V__x.sql",
        "db/V3_x.sql",
        "db/beforeMigrate.sql",
        "db/afterMigrate__x.sql",
        "db/.old/V4__x.sql",
        "db/readme.txt");

    assertThat(paths("db")).containsExactly("db/V1__x.SQL");
  }

  @Test
  void putsUndoScriptsBehindTheirVersionAndMarksBaselines() throws IOException {
    write("db/V1__x.sql", "db/V2__x.sql", "db/U1__x.sql", "db/B2__x.sql");
    List<MigrationFile> found = find("db").migrations();

    assertThat(found)
        .extracting(MigrationFile::direction)
        .containsExactly(Direction.UP, Direction.DOWN, Direction.UP, Direction.BASELINE);
    assertThat(found.get(1).undoes()).contains("1");
  }

  @Test
  void namesTwoScriptsOfOneVersion() throws IOException {
    write("db/V1__x.sql", "db/V1.0__y.sql");

    assertThat(find("db").problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("same version");
  }

  @Test
  void readsWhetherFlywayRunsAScriptInATransaction() throws IOException {
    write("db/V1__x.sql", "db/V2__x.sql", "db/V3__x.sql");
    Files.writeString(root.resolve("db/V2__x.sql.conf"), "executeInTransaction=false\n");
    Files.writeString(
        root.resolve("db/V3__x.sql.conf"), "encoding=UTF-8\nexecuteInTransaction = true\n");

    assertThat(find("db").migrations())
        .extracting(MigrationFile::transactions)
        .containsExactly(
            TransactionMode.DETECTED, TransactionMode.AUTOCOMMIT, TransactionMode.WRAPPED);
  }

  @Test
  void readsInTheNearestSettingsWhetherFlywayTakesMixedScripts() throws IOException {
    write("one/db/V1__x.sql", "two/db/V2__x.sql", "three/V3__x.sql");
    Files.writeString(root.resolve("one/flyway.conf"), "# shop\nflyway.mixed = true\n");
    Files.writeString(root.resolve("two/flyway.toml"), "[flyway]\nmixed = true\n");
    Files.writeString(root.resolve("two/db/flyway.conf"), "flyway.mixed=false\n");

    assertThat(find(".").migrations())
        .extracting(MigrationFile::transactions)
        .containsExactly(TransactionMode.MIXED, TransactionMode.DETECTED, TransactionMode.DETECTED);
  }

  @Test
  void mergesLocationsInVersionOrder() throws IOException {
    write("a/V1__x.sql", "b/V2__x.sql", "a/V3__x.sql");

    assertThat(paths("b", "a")).containsExactly("a/V1__x.sql", "b/V2__x.sql", "a/V3__x.sql");
  }

  @Test
  void ordersPlainScriptsAsPeopleCountAndPairsDownWithUp() throws IOException {
    write("m/10_c.up.sql", "m/9_b.up.sql", "m/9_b.down.sql", "m/1_a.sql", "m/10_c_down.sql");
    List<MigrationFile> found = find("m").migrations();

    assertThat(found)
        .extracting(MigrationFile::path)
        .containsExactly(
            "m/1_a.sql", "m/9_b.up.sql", "m/9_b.down.sql", "m/10_c.up.sql", "m/10_c_down.sql");
    assertThat(found)
        .extracting(MigrationFile::direction)
        .containsExactly(Direction.UP, Direction.UP, Direction.DOWN, Direction.UP, Direction.DOWN);
    assertThat(found.get(1).transactions()).isEqualTo(TransactionMode.SIMPLE_QUERY);
    assertThat(found.get(0).transactions()).isEqualTo(TransactionMode.AUTOCOMMIT);
  }

  @Test
  void pairsByNumberWhereTheWordsDiffer() throws IOException {
    write(
        "m/7_inputs.down.sql",
        "m/7_new_inputs.up.sql",
        "m/8_a.up.sql",
        "m/8_a.down.sql",
        "m/8_b.up.sql",
        "m/8_b.down.sql");

    assertThat(find("m").migrations())
        .extracting(MigrationFile::path)
        .containsExactly(
            "m/7_new_inputs.up.sql",
            "m/7_inputs.down.sql",
            "m/8_a.up.sql",
            "m/8_a.down.sql",
            "m/8_b.up.sql",
            "m/8_b.down.sql");
  }

  @Test
  void pairsUpAndDownInsideAVersionsFolder() throws IOException {
    write("m/2024-02/up.sql", "m/2024-02/down.sql", "m/2024-01/up.sql", "m/2024-01/down.sql");

    assertThat(paths("m"))
        .containsExactly(
            "m/2024-01/up.sql", "m/2024-01/down.sql", "m/2024-02/up.sql", "m/2024-02/down.sql");
  }

  @Test
  void namesMigrationsThatAreCalledTheSameByTheirFolders() throws IOException {
    write("m/2024_b/migration.sql", "m/2024_b/down.sql", "m/2023_a/migration.sql");
    assertThat(paths("m"))
        .containsExactly("m/2023_a/migration.sql", "m/2024_b/migration.sql", "m/2024_b/down.sql");
    assertThat(find("m").migrations())
        .extracting(MigrationFile::version)
        .containsExactly("2023_a", "2024_b", "2024_b");
  }

  @Test
  void takesAFileThatIsNamedWhateverItIsCalled() throws IOException {
    write("db/V1__x.sql", "db/notes.sql");

    assertThat(paths("db")).containsExactly("db/V1__x.sql");
    assertThat(paths("db", "db/notes.sql")).containsExactly("db/V1__x.sql", "db/notes.sql");
  }

  @Test
  void findsEachFileOnce() throws IOException {
    write("m/1.sql", "m/2.sql");

    assertThat(paths("m", "m/1.sql", "m/../m/2.sql", "m/*.sql"))
        .containsExactlyInAnyOrder("m/1.sql", "m/2.sql");
  }

  @Test
  void saysWhichPathsLeadNowhere() throws IOException {
    write("m/1.sql", "empty/readme.txt");

    MigrationSet found = find("m", "missing", "empty", "x*.sql");

    assertThat(found.migrations()).hasSize(1);
    assertThat(found.problems())
        .extracting(Problem::path)
        .containsExactly("missing", "empty", "x*.sql");
  }

  @Test
  void comesToAnEndInALoopOfLinks() throws IOException {
    write("m/1.sql");
    Files.createSymbolicLink(root.resolve("m/again"), root.resolve("m"));

    assertThat(paths("m")).containsExactly("m/1.sql");
    assertThat(find("m").problems()).isEmpty();
  }

  @Test
  void readsUtf8AndNamesTheFirstByteThatIsNot() throws IOException {
    write("m/good.sql", "m/bad.sql");
    Files.write(root.resolve("m/good.sql"), "\uFEFFSELECT 'ä\0'".getBytes(StandardCharsets.UTF_8));
    Files.write(
        root.resolve("m/bad.sql"), "SELECT 1;\n-- \u00e4".getBytes(StandardCharsets.ISO_8859_1));
    List<Reading> read = find("m/good.sql", "m/bad.sql").migrations().stream()
        .sorted(java.util.Comparator.comparing(MigrationFile::path))
        .map(MigrationReader::read)
        .toList();

    assertThat(read.get(0).problem().orElseThrow().message()).contains("line 2").contains("0xE4");
    assertThat(read.get(1).source().orElseThrow().content()).isEqualTo("SELECT 'ä\0'");
  }

  private MigrationSet find(String... paths) {
    return MigrationFinder.find(List.of(paths), root);
  }

  private List<String> paths(String... paths) {
    return find(paths).migrations().stream().map(MigrationFile::path).toList();
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "SELECT 1;\n");
    }
  }
}
