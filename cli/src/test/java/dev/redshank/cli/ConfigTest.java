package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What redshank.yml changes about a run. */
final class ConfigTest {
  private static final String INDEX = "CREATE INDEX orders_at ON orders (at);\n";
  private static final String UPDATE = "UPDATE orders SET paid = false;\n";

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
  void lintsTheConfiguredPathsFromAnySubfolder() throws IOException {
    file("redshank.yml", "paths: [db]\n");
    file("db/V1__a.sql", INDEX);
    Files.createDirectories(folder.resolve("src/deep"));
    Run run = Run.in(folder.resolve("src/deep"), "lint");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("--> db/V1__a.sql:1:");
  }

  @Test
  void looksForTheConfigurationNoFurtherThanTheRepository() throws IOException {
    file("redshank.yml", "rules: {index-without-concurrently: off}\n");
    file("repository/a.sql", INDEX);
    Files.createDirectories(folder.resolve("repository/.git"));
    Run run = Run.in(folder.resolve("repository"), "lint", "a.sql");
    assertThat(run.out()).contains("index-without-concurrently");
  }

  @Test
  void saysWhatIsWrongWithTheConfigurationAndLintsNothing() throws IOException {
    file("redshank.yml", "postgres: 16\nfail-onn: warning\n");
    file("a.sql", INDEX);
    Run run = lint("a.sql");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("redshank.yml:2:1: there is no key 'fail-onn' here. Did you mean 'fail-on'?")
        .endsWith("redshank: failed: what is above has to be mended.\n");
  }

  @Test
  void namesAConfigurationThatIsNotUtf8() throws IOException {
    Files.write(
        folder.resolve("redshank.yml"), "# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(lint("a.sql").err()).contains("redshank.yml: is not UTF-8");
    assertThat(lint("a.sql").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"redshank.yaml", ".redshank.yml"})
  void saysThatAConfigurationHasAnotherName(String name) throws IOException {
    file(name, "rules: {index-without-concurrently: off}\n");
    file("db/a.sql", INDEX);
    Run run = Run.in(folder.resolve("db"), "lint", "a.sql");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(name
            + ": is not read: the configuration of a project is called redshank.yml. Rename it.");
    assertThat(Run.in(folder.resolve("db"), "lint", "--config", "../" + name, "a.sql")
            .out())
        .doesNotContain("index-without-concurrently");
    assertThat(lint("--no-config", "db").code()).isEqualTo(1);
    file("redshank.yml", "postgres: 16\n");
    assertThat(lint("db").code()).isEqualTo(1);
  }

  @Test
  void saysThatAConfigurationIsALinkThatLeadsNowhere() throws IOException {
    Files.createSymbolicLink(folder.resolve("redshank.yml"), folder.resolve("redshank.yml"));
    file("a.sql", INDEX);
    Run run = lint("a.sql");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("redshank.yml: cannot be read");
  }

  @Test
  void readsTheConfigurationThatIsNamed() throws IOException {
    file("ci/strict.yml", "rules: {index-without-concurrently: off, lock-timeout-missing: off}\n");
    file("a.sql", INDEX);
    assertThat(lint("--config", "ci/strict.yml", "a.sql").code()).isZero();
    assertThat(lint("--config", "ci/none.yml", "a.sql").err()).contains("there is no such file");
  }

  @Test
  void readsNoConfigurationWhenToldSo() throws IOException {
    file("redshank.yml", "rules: {index-without-concurrently: off}\n");
    file("a.sql", INDEX);
    assertThat(lint("--no-config", "a.sql").out()).contains("index-without-concurrently");
  }

  @Test
  void givesFindingsTheConfiguredLevel() throws IOException {
    file("redshank.yml", "rules: {index-without-concurrently: note}\n");
    file("a.sql", INDEX);
    Run run = lint("a.sql");
    assertThat(run.out()).contains("note[index-without-concurrently]");
    assertThat(run.code()).isZero();
  }

  @Test
  void switchesARuleOffForSomePaths() throws IOException {
    file(
        "redshank.yml",
        "overrides:\n  - paths: [\"tenant/**\"]\n    rules: {index-without-concurrently: off}\n");
    file("shared/a.sql", INDEX);
    file("tenant/b.sql", INDEX);
    assertThat(lint("shared", "tenant").out())
        .contains("shared/a.sql:1")
        .doesNotContain("tenant/b.sql:1:24");
  }

  @Test
  void asksARuleThatTheCommandLineNamesAlthoughItIsOff() throws IOException {
    file("redshank.yml", "rules: {index-without-concurrently: off}\n");
    file("a.sql", INDEX);
    assertThat(lint("--rule", "index-without-concurrently", "a.sql").code()).isEqualTo(1);
  }

  @Test
  void makesWarningsErrorsUnderTheStrictPreset() throws IOException {
    file("redshank.yml", "preset: strict\n");
    file("a.sql", "ALTER TABLE orders ADD COLUMN a int;\n");
    assertThat(lint("a.sql").out()).contains("error[lock-timeout-missing]");
  }

  @Test
  void knowsTimeoutsThatAreSetElsewhere() throws IOException {
    file("redshank.yml", "timeouts: {lock: 2s}\n");
    file("a.sql", "ALTER TABLE orders ADD COLUMN a int;\n");
    assertThat(lint("a.sql").out()).startsWith("No findings");
  }

  @Test
  void knowsTimeoutsThatAreSetElsewhereForSomePaths() throws IOException {
    file("redshank.yml", "overrides: [{paths: [a.sql], timeouts: {lock: 2s}}]\n");
    file("a.sql", "ALTER TABLE orders ADD COLUMN a int;\n");
    file("b.sql", "ALTER TABLE orders ADD COLUMN b int;\n");
    assertThat(lint("a.sql", "b.sql").out()).contains("--> b.sql").doesNotContain("--> a.sql");
  }

  @Test
  void knowsWhetherTheRunnerWrapsAFile() throws IOException {
    file("a.sql", "CREATE INDEX CONCURRENTLY i ON orders (at);\nSELECT 1;\n");
    assertThat(lint("a.sql").out()).doesNotContain("concurrently-in-transaction");
    file("redshank.yml", "transaction: file\n");
    assertThat(lint("a.sql").out()).contains("concurrently-in-transaction");
  }

  @Test
  void letsFlywayRunConcurrentScriptsOutsideItsTransaction() throws IOException {
    file("redshank.yml", "transaction: file\n");
    file("V1__a.sql", "CREATE INDEX CONCURRENTLY i ON orders (at);\n");
    assertThat(lint(".").out()).doesNotContain("concurrently-in-transaction");
  }

  @Test
  void readsHistoryAndNeverReportsIt() throws IOException {
    file("redshank.yml", "history: [V1__a.sql]\n");
    file("V1__a.sql", "CREATE TABLE a (id int);\nCREATE INDEX i ON b (c);\n");
    file(
        "V2__b.sql",
        "SET lock_timeout = '2s';\nALTER TABLE a ADD COLUMN x int DEFAULT random();\n");
    Run run = lint(".");
    assertThat(run.out())
        .contains("V2__b.sql:2")
        .doesNotContain("V1__a.sql:")
        .doesNotContain("Not certain");
  }

  @Test
  void leavesOutWhatIsExcludedEvenWhenItIsNamed() throws IOException {
    file("redshank.yml", "exclude: [seed]\n");
    file("seed/a.sql", INDEX);
    file("b.sql", "SELECT 1;\n");
    Run run = lint("seed/a.sql", "b.sql");
    assertThat(run.out()).isEqualTo("No findings in 1 migration, 1 statement.\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void judgesConfiguredDownScriptsBehindTheirUps() throws IOException {
    file("redshank.yml", "down: [rollback]\n");
    file("deploy/1_a.sql", "CREATE TABLE a (id int);\n");
    file("deploy/2_b.sql", "DROP TABLE a;\n");
    file("rollback/1_a.sql", "DROP TABLE a;\n");
    String out = lint("deploy", "rollback").out();
    assertThat(out).contains("down-migration-loses-data").contains("rollback/1_a.sql");
  }

  @Test
  void handsOptionsToTheirRules() throws IOException {
    file("a.sql", UPDATE);
    assertThat(lint("a.sql").out()).contains("low + 5000");
    file("redshank.yml", "rules: {unbatched-backfill: {batch-size: 700}}\n");
    assertThat(lint("a.sql").out()).contains("low + 700").doesNotContain("5000");
    file("redshank.yml", "rules: {unbatched-backfill: {small-tables: [orders]}}\n");
    assertThat(lint("a.sql").out()).startsWith("No findings");
  }

  @Test
  void lowersTheTimeoutThatCounts() throws IOException {
    file("a.sql", "SET lock_timeout = '1min';\nALTER TABLE orders ADD COLUMN a int;\n");
    assertThat(lint("a.sql").out()).startsWith("No findings");
    file("redshank.yml", "rules: {lock-timeout-ineffective: {longest: 10s}}\n");
    assertThat(lint("a.sql").out()).contains("warning[lock-timeout-ineffective]");
  }

  @Test
  void putsUpWithAsManyLockedTablesAsConfigured() throws IOException {
    file(
        "a.sql",
        "SET lock_timeout = '2s';\nBEGIN;\nALTER TABLE a ADD COLUMN x int;\nALTER TABLE b ADD COLUMN x int;\nCOMMIT;\n");
    String rule = "several-tables-locked-in-transaction";
    assertThat(lint("a.sql").out()).contains(rule);
    file("redshank.yml", "rules: {" + rule + ": {most: 2}}\n");
    assertThat(lint("a.sql").out()).doesNotContain(rule);
  }

  @Test
  void asksTheConfiguredVersionUnlessTheCommandLineNamesOne() throws IOException {
    file("redshank.yml", "postgres: 15\n");
    file("a.sql", "SELECT 1;\n");
    assertThat(lint("--format", "json", "a.sql").out()).contains("\"postgres\" : \"15\"");
    assertThat(lint("--format", "json", "--pg-version", "18", "a.sql").out())
        .contains("\"postgres\" : \"18\"");
  }

  @Test
  void failsAtTheConfiguredThreshold() throws IOException {
    file("redshank.yml", "fail-on: warning\n");
    file("a.sql", "ALTER TABLE orders ADD COLUMN a int;\n");
    Run run = lint("a.sql");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("redshank: failed: 1 finding of warning or worse (--fail-on warning).\n");
    assertThat(lint("--fail-on", "error", "a.sql").code()).isZero();
  }

  @Test
  void failsOnMoreWarningsThanArePutUpWith() throws IOException {
    file("a.sql", "ALTER TABLE orders ADD COLUMN a int;\n");
    assertThat(lint("--max-warnings", "1", "a.sql").code()).isZero();
    Run run = lint("--max-warnings", "0", "a.sql");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("redshank: failed: 1 finding, more than --max-warnings 0.\n");
    assertThat(lint("--max-warnings", "many", "a.sql").code()).isEqualTo(2);
  }

  @Test
  void exitsWithZeroWhenToldSoUnlessSomethingHasToBeMended() throws IOException {
    file("a.sql", INDEX);
    assertThat(lint("--exit-zero", "a.sql").code()).isZero();
    assertThat(lint("--exit-zero", "a.sql", "missing.sql").code()).isEqualTo(2);
  }

  @Test
  void saysLastWhatMadeTheRunFail() throws IOException {
    file("a.sql", INDEX);
    assertThat(lint("a.sql").err()).isEqualTo("redshank: failed: 1 error (--fail-on error).\n");
    assertThat(lint("a.sql", "missing.sql").err())
        .endsWith("redshank: failed: 1 thing above to mend.\n");
    file("b.sql", "GIBBERISH here;\n");
    assertThat(lint("--fail-on-unread", "b.sql").err())
        .isEqualTo("redshank: failed: 1 part not read (--fail-on-unread).\n");
  }

  @Test
  void showsWhichSettingWonAndWhereItComesFrom() throws IOException {
    file("redshank.yml", "postgres: 15\nmax-warnings: 4\nrules: {table-dropped: off}\n");
    Run run = Run.in(folder, "config", "--show", "--fail-on", "note");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "configuration: redshank.yml",
            "postgres 15 redshank.yml:1:1",
            "preset safety default",
            "fail-on note --fail-on",
            "max-warnings 4 redshank.yml:2:1",
            " table-dropped off");
  }

  @Test
  void printsTheSchemaForEditors() {
    Run run = Run.in(folder, "config", "--schema");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"$schema\"")
        .contains("\"lock-timeout-missing\"")
        .contains("\"suppression-unused\"")
        .contains("\"small-tables\"");
  }
}
