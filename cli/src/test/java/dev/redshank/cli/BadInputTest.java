package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What users hand over by mistake. Each gets a message or a place in "not read", everything else is
 * still linted. The time limits only catch what would never end.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class BadInputTest {
  private static final String DANGER = "CREATE INDEX orders_at ON orders (at);\n";
  private static final String RULE = "index-without-concurrently";

  @TempDir
  Path folder;

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run lint(String... paths) {
    String[] args = new String[paths.length + 1];
    args[0] = "lint";
    System.arraycopy(paths, 0, args, 1, paths.length);
    return Run.in(folder, args);
  }

  @Test
  void namesMissingPathAndReadsTheOthers() throws IOException {
    file("a.sql", DANGER);
    Run run = lint("a.sql", "missing.sql");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("missing.sql");
    assertThat(run.out()).contains(RULE);
  }

  @Test
  void saysThatAnEmptyFolderHoldsNoMigrations() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Run run = lint("empty");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("empty").contains("no migrations");
  }

  @Test
  void saysThatAFolderWithoutSqlHoldsNoMigrations() throws IOException {
    file("docs/readme.md", "# hello");
    Run run = lint("docs");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("docs").contains("no migrations");
  }

  @Test
  void namesUnreadableFileAndReadsTheOthers() throws IOException {
    file("db/a.sql", DANGER);
    Files.createSymbolicLink(folder.resolve("db/b.sql"), folder.resolve("db/nowhere.sql"));
    Run run = lint("db");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("db/b.sql");
    assertThat(run.out()).contains(RULE);
  }

  @Test
  void namesFileThatIsNotUtf8AndReadsTheOthers() throws IOException {
    file("db/a.sql", DANGER);
    Files.write(folder.resolve("db/b.sql"), "-- caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Run run = lint("db");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("db/b.sql").contains("UTF-8");
    assertThat(run.out()).contains(RULE);
  }

  @Test
  void readsAroundNulBytes() throws IOException {
    file("a.sql", "SELECT 1;\nALTER \0 TABLE x;\n" + DANGER);
    Run run = lint("a.sql");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("not read: a.sql:2:1").contains("a.sql:3:27");
  }

  @Test
  void countsColumnsBehindAByteOrderMark() throws IOException {
    file("a.sql", "\uFEFF" + DANGER);
    assertThat(lint("a.sql").out()).contains("a.sql:1:27");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void countsLinesWithEveryLineBreak(String lineBreak) throws IOException {
    file("a.sql", "SELECT 1;" + lineBreak + lineBreak + DANGER);
    assertThat(lint("a.sql").out()).contains("a.sql:3:27");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMENT ON TABLE orders IS 'it;\n",
        "DO $$ BEGIN NULL;\n",
        "ALTER TABLE \"orders ADD COLUMN x int;\n",
        "/* a /* nested */ comment\n"
      })
  void readsOnBehindAQuoteThatNothingCloses(String broken) throws IOException {
    file("a.sql", broken + DANGER);
    Run run = lint("a.sql");
    assertThat(run.out()).contains("not read: a.sql:1:").contains("a.sql:2:27").contains(RULE);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void readsAnInsertOfFiveMegabytes() throws IOException {
    StringBuilder insert = new StringBuilder("INSERT INTO orders (id, note) VALUES (0, 'x')");
    while (insert.length() < 5_000_000) {
      insert.append(",\n(1, 'some text that is neither short nor long')");
    }
    file("a.sql", insert + ";\n" + DANGER);
    assertThat(lint("a.sql").out()).contains(RULE);
  }

  @Test
  void readsTwentyThousandNestedParentheses() throws IOException {
    String nested = "(".repeat(20_000) + "1" + ")".repeat(20_000);
    file(
        "a.sql",
        "UPDATE orders SET a = 1 WHERE " + nested
            + " = 1;\nALTER TABLE orders ADD COLUMN b int DEFAULT " + nested + ";\n" + DANGER);
    assertThat(lint("a.sql").out()).contains("a.sql:3:27");
  }

  @Test
  void readsAHundredThousandOperators() throws IOException {
    String sum = "1" + " + 1".repeat(100_000);
    file(
        "a.sql",
        "DELETE FROM orders WHERE a = " + sum + ";\nALTER TABLE orders ADD CONSTRAINT c CHECK ("
            + sum + " > 0) NOT VALID;\n" + DANGER);
    assertThat(lint("a.sql").out()).contains("a.sql:3:27");
  }

  @Test
  void readsAroundPsqlCommandsAndCopyData() throws IOException {
    file(
        "a.sql",
        "\\set ON_ERROR_STOP on\n\\connect shop\nCOPY t (a, b) FROM stdin;\n1\tDROP TABLE x;\n\\.\n\\i other.sql\n"
            + DANGER);
    Run run = lint("a.sql");
    assertThat(run.out())
        .contains("not read: a.sql:6:1")
        .contains("a.sql:7:27")
        .doesNotContain("a.sql:4:");
  }

  @Test
  void readsNamesWithPlaceholders() throws IOException {
    file("V1__a.sql", "CREATE INDEX ${name}_at ON ${schema}.orders (at);\n${extra_statements};\n");
    Run run = lint("V1__a.sql");
    assertThat(run.out()).contains(RULE).contains("not read: V1__a.sql:2:1");
  }

  @Test
  void saysWhatItCannotReadOfMySql() throws IOException {
    file(
        "a.sql",
        "CREATE TABLE `a` (`id` int(11) NOT NULL AUTO_INCREMENT, PRIMARY KEY (`id`)) ENGINE=InnoDB;\n"
            + "ALTER TABLE `a` MODIFY COLUMN `b` int;\n"
            + DANGER);
    Run run = lint("a.sql");
    assertThat(run.out())
        .contains("not read: a.sql:1:")
        .contains("not read: a.sql:2:")
        .contains(RULE);
  }

  @Test
  void failsOnUnreadPartsWhenAsked() throws IOException {
    file("a.sql", "GIBBERISH here;\n");
    assertThat(lint("a.sql").code()).isZero();
    assertThat(Run.in(folder, "lint", "--fail-on-unread", "a.sql").code()).isEqualTo(2);
  }

  @Test
  void readsStandardInputUnderAName() {
    Run run = Run.withInput(folder, DANGER, "lint", "--stdin-filename", "db/V7__index.sql", "-");
    assertThat(run.out()).contains("db/V7__index.sql:1:27").contains(RULE);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void keepsEveryControlCharacterOfTheSqlFromTheTerminal() throws IOException {
    file(
        "a.sql",
        "CREATE INDEX \"a\u001b[31m\u0007\" ON \"or\u001b]0;x\u0007ders\" (at); -- \u001b[2J\n");
    assertThat(lint("a.sql").out()).doesNotContain("\u001b").doesNotContain("\u0007");
  }
}
