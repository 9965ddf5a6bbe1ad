package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings of the past, which are known. */
final class BaselineTest {
  private static final String KNOWN = "known.json";

  @TempDir
  Path folder;

  @BeforeEach
  void haveAnOldRepository() throws IOException {
    file("redshank.yml", "paths: [db]\nbaseline: known.json\n");
    file("db/V1__a.sql", "CREATE TABLE a (id int);\nCREATE INDEX i ON old (x);\n");
    file("db/V2__b.sql", "ALTER TABLE old RENAME COLUMN a TO b;\n");
    Run run = Run.in(folder, "lint", "--write-baseline", KNOWN);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo("redshank: wrote 3 findings to known.json.\n");
  }

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

  private static final String CLEAN =
      "No findings in 2 migrations, 3 statements; 3 findings in the baseline.\n";

  @Test
  void makesAnOldRepositoryClean() {
    assertThat(lint().out()).isEqualTo(CLEAN);
    assertThat(lint().code()).isZero();
    assertThat(lint("--no-config", "--baseline", KNOWN, "db").out()).isEqualTo(CLEAN);
  }

  @Test
  void reportsANewDangerInANewFile() throws IOException {
    file("db/V3__c.sql", "CREATE INDEX j ON old (y);\n");
    Run run = lint();
    assertThat(run.out())
        .contains("db/V3__c.sql:1")
        .doesNotContain("V1__a.sql")
        .contains("3 findings in the baseline");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void reportsANewDangerInAnOldFile() throws IOException {
    file(
        "db/V1__a.sql",
        "CREATE TABLE a (id int);\nCREATE INDEX i ON old (x);\nCREATE INDEX j ON old (y);\n");
    assertThat(lint().out()).contains("db/V1__a.sql:3:").doesNotContain("db/V1__a.sql:2:");
  }

  @Test
  void countsEachKnownFindingOnce() throws IOException {
    file("db/V1__a.sql", "CREATE INDEX i ON old (x);\nCREATE INDEX i ON old (x);\n");
    assertThat(lint().out()).contains("1 error,");
  }

  @Test
  void staysCleanWhenAFileIsReformatted() throws IOException {
    file(
        "db/V1__a.sql",
        "-- the first one\ncreate table a(id INT);\n\n\n/* slow */ create index I\n  on OLD ( x ) -- here\n;\n");
    assertThat(lint().out()).isEqualTo(CLEAN);
  }

  @Test
  void staysCleanWhenTheBodyOfABlockIsReformatted() throws IOException {
    file("db/V3__c.sql", "DO $$ BEGIN CREATE INDEX k ON old (z); END $$;\n");
    lint("--write-baseline", KNOWN);
    file(
        "db/V3__c.sql", "DO $body$\nBEGIN\n  -- slow\n  create index k on old (z);\nEND $body$;\n");
    assertThat(lint().code()).isZero();
  }

  @Test
  void staysCleanWhenAFileIsRenamed() throws IOException {
    Files.move(folder.resolve("db/V1__a.sql"), folder.resolve("db/V1_1__first.sql"));
    Files.move(folder.resolve("db/V2__b.sql"), folder.resolve("db/V2_1__second.sql"));
    assertThat(lint().out()).isEqualTo(CLEAN);
  }

  @Test
  void reportsACopyInANewFile() throws IOException {
    Files.copy(folder.resolve("db/V1__a.sql"), folder.resolve("db/V3__copy.sql"));
    assertThat(lint().out()).contains("db/V3__copy.sql:2").doesNotContain("db/V1__a.sql:2");
  }

  @Test
  void keepsOnceADeployFindingsByTheirMigration() throws IOException {
    file(
        "db/V2__b.sql",
        "ALTER TABLE old ADD COLUMN c int;\nALTER TABLE old RENAME COLUMN a TO b;\n");
    assertThat(lint().out()).doesNotContain("lock-timeout-missing");
  }

  @Test
  void reportsAnotherDeploysMissingTimeout() throws IOException {
    Files.delete(folder.resolve("db/V2__b.sql"));
    file("db/V3__c.sql", "ALTER TABLE old ADD COLUMN c int;\n");
    assertThat(lint().out()).contains("warning[lock-timeout-missing]").contains("db/V3__c.sql:1");
  }

  @Test
  void reportsEntriesThatMatchNothingAnyMore() throws IOException {
    file("db/V1__a.sql", "CREATE TABLE a (id int);\n");
    Run run = lint();
    assertThat(run.out())
        .contains(
            "note[baseline-entry-stale]: index-without-concurrently finds this no more in db/V1__a.sql")
        .contains("--> known.json:4:5");
    assertThat(run.code()).isZero();
  }

  @Test
  void reportsEntriesOfMigrationsThatAreGone() throws IOException {
    Files.delete(folder.resolve("db/V1__a.sql"));
    assertThat(lint().out()).contains("baseline-entry-stale");
  }

  @Test
  void saysNothingOfEntriesOutsideTheRun() {
    assertThat(lint("db/V2__b.sql").out()).doesNotContain("baseline-entry-stale");
    assertThat(lint("--since", "2").out()).doesNotContain("baseline-entry-stale");
    assertThat(lint("--no-rule", "index-without-concurrently").out())
        .doesNotContain("baseline-entry-stale");
  }

  @Test
  void isSortedWithALineForEachFinding() throws IOException {
    String written = Files.readString(folder.resolve(KNOWN));
    assertThat(written.lines().toList()).hasSize(8);
    assertThat(written.lines().filter(line -> line.contains("\"rule\"")))
        .isSortedAccordingTo(java.util.Comparator.comparing(
            line -> line.replaceAll(".*\"path\": \"([^\"]*)\".*", "$1")))
        .first()
        .asString()
        .matches("    \\{\"rule\": \"index-without-concurrently\", \"path\": \"db/V1__a.sql\","
            + " \"statement\": \"[0-9a-f]{16}\", \"sql\": \"CREATE INDEX i ON old \\(x\\)\"\\},");
  }

  @Test
  void holdsNoConstants() throws IOException {
    file("db/V3__c.sql", "UPDATE accounts SET password = 'hunter2';\n");
    lint("--write-baseline", KNOWN);
    assertThat(Files.readString(folder.resolve(KNOWN)))
        .contains("accounts")
        .doesNotContain("hunter2");
  }

  @Test
  void doesNotHoldWhatIsSuppressed() throws IOException {
    file(
        "db/V1__a.sql",
        "-- redshank:allow index-without-concurrently reason='x'\nCREATE INDEX i ON old (x);\n");
    lint("--write-baseline", KNOWN);
    assertThat(Files.readString(folder.resolve(KNOWN))).doesNotContain("V1__a.sql");
  }

  @Test
  void countsInTheJson() {
    assertThat(lint("--format", "json").out()).contains("\"inBaseline\" : 3");
  }

  @Test
  void isToldHowToBeWrittenWhereItIsMissing() throws IOException {
    Files.delete(folder.resolve(KNOWN));
    Run run = lint();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("'redshank lint --write-baseline known.json' writes it");
    assertThat(lint("--baseline", KNOWN).code()).isEqualTo(2);
  }

  @Test
  void isNotWrittenForAPartOfTheMigrations() {
    assertThat(lint("--write-baseline", KNOWN, "--since", "2").err()).contains("Leave out --since");
  }

  @Test
  void isNotWrittenWhereNotEverythingCouldBeRead() throws IOException {
    Files.write(folder.resolve("db/V3__c.sql"), new byte[] {(byte) 0xff});
    String before = Files.readString(folder.resolve(KNOWN));
    Run run = lint("--write-baseline", KNOWN);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("known.json is not written");
    assertThat(Files.readString(folder.resolve(KNOWN))).isEqualTo(before);
  }

  @Test
  void namesAPlaceWhereItCannotBeWritten() {
    Run run = lint("--write-baseline", "no/such/folder.json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no/such/folder.json: cannot be written");
  }

  private String refusal(String text) throws IOException {
    file(KNOWN, text);
    Run run = lint();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    return run.err();
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    assertThat(refusal("{\n  \"version\": 2,\n  \"findings\": []\n}\n"))
        .contains("known.json:2:14: is of version 2, and this Redshank reads version 1");
  }

  @Test
  void refusesTheMarksOfAMergeConflict() throws IOException {
    String text = Files.readString(folder.resolve(KNOWN));
    assertThat(refusal(
            text.replaceFirst("\\{\"rule", "<<<<<<< HEAD\n{\"rule").replaceFirst("    <<", "<<")))
        .contains("known.json:4:1: holds the marks of a merge conflict");
  }

  @Test
  void refusesWhatIsNoJson() throws IOException {
    assertThat(refusal("version: 1\n")).contains("known.json:1:").contains("is not JSON here");
  }

  @Test
  void refusesWhatIsCutOff() throws IOException {
    String text = Files.readString(folder.resolve(KNOWN));
    assertThat(refusal(text.substring(0, 120))).contains("is not JSON here");
  }

  @Test
  void refusesOtherJson() throws IOException {
    assertThat(refusal("[]")).contains("known.json:1:1: is no baseline");
    assertThat(refusal("{\"findings\": []}")).contains("is no baseline");
    assertThat(refusal("{\"version\": 1, \"findings\": [{\"rule\": \"x\"}]}"))
        .contains("known.json:1:29: names a finding without");
    assertThat(refusal("{\"version\": \"1\", \"findings\": []}"))
        .contains("known.json:1:13: has a version that is no number");
    assertThat(refusal("{\"version\": 1}")).contains("is no baseline: it lists no findings");
    assertThat(refusal("{\"version\": 1, \"findings\": [7]}"))
        .contains("something else than findings");
  }
}
