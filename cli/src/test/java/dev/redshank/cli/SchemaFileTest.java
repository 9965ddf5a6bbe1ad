package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump of the schema where history does not begin at zero. */
final class SchemaFileTest {
  private static final String DUMP = """
      --
      -- PostgreSQL database dump
      --

      \\restrict abc
      SET statement_timeout = 0;
      SET lock_timeout = 0;
      SELECT pg_catalog.set_config('search_path', '', false);

      CREATE TABLE public.orders (
          id bigint NOT NULL,
          note text
      );

      ALTER TABLE public.orders OWNER TO shop;
      COPY public.orders (id, note) FROM stdin;
      1\tDROP TABLE public.orders;
      2\tit's
      \\.

      ALTER TABLE ONLY public.orders
          ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
      ALTER TABLE public.orders
          ADD CONSTRAINT note_there CHECK ((note IS NOT NULL)) NOT VALID;
      ALTER TABLE public.orders VALIDATE CONSTRAINT note_there;
      """;

  private static final String MIGRATION =
      "SET lock_timeout = '2s';\nALTER TABLE orders ALTER COLUMN note SET NOT NULL;\n";

  @TempDir
  Path folder;

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run lint(String... more) {
    String[] args = new String[more.length + 1];
    args[0] = "lint";
    System.arraycopy(more, 0, args, 1, more.length);
    return Run.in(folder, args);
  }

  @Test
  void isWhatTheFirstMigrationFinds() throws IOException {
    file("db/V7__a.sql", MIGRATION);
    file("structure.sql", DUMP);
    assertThat(lint("db").out()).contains("set-not-null-without-check");
    Run run = lint("--schema", "structure.sql", "db");
    assertThat(run.out()).isEqualTo("No findings in 1 migration, 2 statements.\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void makesItsTablesOldAndKnown() throws IOException {
    file("structure.sql", DUMP);
    file("db/1.sql", "CREATE INDEX i ON orders (note);\n");
    assertThat(lint("--schema", "structure.sql", "db").out())
        .contains("index-without-concurrently")
        .doesNotContain("Not certain");
  }

  @Test
  void mayBeConfiguredAndLieBesideTheMigrations() throws IOException {
    file("redshank.yml", "schema: db/structure.sql\n");
    file("db/structure.sql", DUMP);
    file("db/2024.sql", MIGRATION);
    assertThat(lint("db").out()).isEqualTo("No findings in 1 migration, 2 statements.\n");
    assertThat(lint("--since", "2024", "db").out()).contains("1 migration, 2 statements.");
  }

  @Test
  void isHistoryForExplainToo() throws IOException {
    file("structure.sql", DUMP);
    file("db/1.sql", MIGRATION);
    assertThat(Run.in(folder, "explain", "--schema", "structure.sql", "db").out())
        .contains("ACCESS EXCLUSIVE")
        .doesNotContain("structure.sql")
        .doesNotContain("scans")
        .endsWith("1 migration, 2 statements, PostgreSQL 17.\n");
  }

  @Test
  void readsOnBehindDataThatHasNoEnd() throws IOException {
    file("structure.sql", "COPY x FROM stdin;\n" + DUMP.replace("COPY", "-- COPY"));
    file("db/1.sql", MIGRATION);
    assertThat(lint("--schema", "structure.sql", "db").code()).isZero();
  }

  @Test
  void readsADumpWithMuchDataAndTheCommandsOfPsql() throws IOException {
    StringBuilder data = new StringBuilder("COPY public.orders (id, note) FROM stdin;\n");
    for (int i = 0; i < 300_000; i++) {
      data.append(i).append("\tit's /* $$ DROP TABLE public.orders; some more text\n");
    }
    file(
        "structure.sql",
        "\\set ON_ERROR_STOP on\n\\connect shop\n\\echo 'it''s'\n" + data + "\\.\n" + DUMP
            + "\n\\unrestrict abc\n");
    file("db/1.sql", MIGRATION);
    assertThat(lint("--schema", "structure.sql", "db").code()).isZero();
  }

  @Test
  void saysWhatToDoWithADumpInItsOwnFormat() throws IOException {
    Files.write(folder.resolve("dump"), new byte[] {'P', 'G', 'D', 'M', 'P', 1, 14});
    file("db/1.sql", MIGRATION);
    Run run = lint("--schema", "dump", "db");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("dump: is a dump in pg_dump's own format")
        .contains("pg_restore");
  }

  @Test
  void namesADumpThatIsMissingOrNotUtf8() throws IOException {
    file("db/1.sql", MIGRATION);
    assertThat(lint("--schema", "gone.sql", "db").err()).contains("gone.sql: cannot be read");
    Files.write(
        folder.resolve("latin.sql"), "-- caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(lint("--schema", "latin.sql", "db").err()).contains("latin.sql: is not UTF-8");
  }

  @Test
  void refusesToDescribeTwoDatabases() throws IOException {
    file("structure.sql", DUMP);
    file("a/V1__a.sql", "SELECT 1;\n");
    file("b/V1__b.sql", "SELECT 1;\n");
    Run run = lint("--schema", "structure.sql", "a", "b");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("belong to 2");
  }
}
