package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings that comments and the configuration accept. */
final class SuppressionTest {
  private static final String RULE = "index-without-concurrently";
  private static final String INDEX = "CREATE INDEX orders_at ON orders (at);\n";
  private static final String ALLOW = "-- redshank:allow " + RULE + " reason=\"small\"";

  @TempDir
  Path folder;

  @BeforeEach
  void knowNothingElse() throws IOException {
    file("redshank.yml", "timeouts: {lock: 2s}\n");
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run lint(String sql) throws IOException {
    file("a.sql", sql);
    return Run.in(folder, "lint", "a.sql");
  }

  private String json(String sql) throws IOException {
    file("a.sql", sql);
    return Run.in(folder, "lint", "--format", "json", "a.sql").out().replaceAll("\\s+", " ");
  }

  @Test
  void isHeldByACommentAboveTheStatement() throws IOException {
    Run run = lint(ALLOW + "\n\n-- why not\n" + INDEX);
    assertThat(run.out())
        .contains("◌ Lock-queue freeze           1 suppressed\n")
        .endsWith("\nNo findings in 1 migration, 1 statement; 1 finding suppressed.\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void isHeldByACommentOnTheStatementsLine() throws IOException {
    assertThat(
            lint("SELECT 1;\n" + INDEX.strip() + " " + ALLOW + "\nSELECT 2;\n").code())
        .isZero();
  }

  @Test
  void isHeldByACommentInsideTheStatement() throws IOException {
    assertThat(
            lint("CREATE INDEX orders_at\n  " + ALLOW + "\n  ON orders (at);\n").code())
        .isZero();
  }

  @Test
  void isHeldByABlockComment() throws IOException {
    assertThat(lint("/* redshank:allow " + RULE + "\n   reason='small' */\n" + INDEX)
            .code())
        .isZero();
  }

  @Test
  void reachesOnlyTheNextStatement() throws IOException {
    Run run = lint(ALLOW + "\n" + INDEX + "CREATE INDEX b ON orders (b);\n");
    assertThat(run.out()).contains("a.sql:3:").doesNotContain("--> a.sql:2:");
  }

  @Test
  void reachesOneStatementInsideADoBlock() throws IOException {
    Run run = lint(
        "DO $$\nBEGIN\n  " + ALLOW + "\n  " + INDEX + "  CREATE INDEX b ON orders (b);\nEND $$;\n");
    assertThat(run.out())
        .contains("a.sql:5:")
        .doesNotContain("--> a.sql:4:")
        .doesNotContain("suppression-");
  }

  @Test
  void reachesEveryStatementOfTheDoBlockBelow() throws IOException {
    Run run =
        lint(ALLOW + "\nDO $$ BEGIN\n  " + INDEX + "  CREATE INDEX b ON orders (b);\nEND $$;\n");
    assertThat(run.out()).contains("2 findings suppressed");
  }

  @Test
  void reachesTheWholeFile() throws IOException {
    Run run = lint(INDEX + "\n-- redshank:allow-file " + RULE
        + " reason='small'\nCREATE INDEX b ON orders (b);\n");
    assertThat(run.out()).contains("2 findings suppressed");
    assertThat(run.code()).isZero();
  }

  @Test
  void takesSeveralRules() throws IOException {
    Run run = lint("-- redshank:allow table-dropped, column-dropped reason=\"unused since May\"\n"
        + "ALTER TABLE orders DROP COLUMN a;\n");
    assertThat(run.out()).contains("suppression-unused").contains("table-dropped finds nothing");
    assertThat(run.out()).contains("Remove the\nname.").doesNotContain("[column-dropped]");
  }

  @Test
  void keepsTheReasonInTheJson() throws IOException {
    String json = json("-- redshank:allow " + RULE
        + " reason=\"he said \\\"small\\\"\" until=2027-01-31\n" + INDEX);
    assertThat(json)
        .contains("\"findings\" : [ ]")
        .contains(
            "\"by\" : \"comment\", \"reason\" : \"he said \\\"small\\\"\", \"until\" : \"2027-01-31\"");
  }

  @Test
  void wantsAReason() throws IOException {
    Run run = lint("-- redshank:allow " + RULE + "\n" + INDEX);
    assertThat(run.out())
        .contains("error[suppression-without-reason]")
        .contains("error[" + RULE + "]");
    assertThat(lint("-- redshank:allow " + RULE + " reason=\" \"\n" + INDEX).out())
        .contains("suppression-without-reason");
  }

  @Test
  void offersTheNearestRule() throws IOException {
    Run run = lint("-- redshank:allow index-without-concurently reason=\"small\"\n" + INDEX);
    assertThat(run.out())
        .contains("error[suppression-of-unknown-rule]")
        .contains("Did you mean\n'index-without-concurrently'?")
        .contains("error[" + RULE + "]");
  }

  @Test
  void endsBehindItsLastDay() throws IOException {
    file("a.sql", ALLOW + " until=2026-12-31\n" + INDEX);
    String[] lint = {"lint", "a.sql"};
    assertThat(Run.on(LocalDate.of(2026, 12, 31), folder, lint).code()).isZero();
    Run late = Run.on(LocalDate.of(2027, 1, 1), folder, lint);
    assertThat(late.out())
        .contains("warning[suppression-expired]: This ended on 2026-12-31")
        .contains("error[" + RULE + "]");
    assertThat(late.code()).isEqualTo(1);
  }

  @Test
  void isReportedWhereItSuppressesNothing() throws IOException {
    Run run = lint(ALLOW + "\nSELECT 1;\n");
    assertThat(run.out()).contains("warning[suppression-unused]").contains("a.sql:1:1");
    assertThat(run.code()).isZero();
  }

  @Test
  void isNotUnusedWhereItsRuleIsNotAsked() throws IOException {
    file("a.sql", ALLOW + "\n" + INDEX);
    assertThat(Run.in(folder, "lint", "--no-rule", RULE, "a.sql").out())
        .startsWith("No findings in");
    file("redshank.yml", "rules: {" + RULE + ": off}\n");
    assertThat(Run.in(folder, "lint", "a.sql").out()).startsWith("No findings in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- redshank:allow",
        "-- redshank:allow , reason=\"x\"",
        "-- redshank:allow " + RULE + " reason=\"cut off",
        "-- redshank:allow " + RULE + " reason",
        "-- redshank:allow " + RULE + " because=\"x\"",
        "-- redshank:allow " + RULE + " reason=\"x\" until=2027-02-30",
        "-- redshank:allow " + RULE + " reason=\"x\" ;",
        "-- redshank:alow " + RULE + " reason=\"x\"",
      })
  void saysThatACommentIsCutOffOrMisspelt(String comment) throws IOException {
    Run run = lint(comment + "\n" + INDEX);
    assertThat(run.out())
        .contains("error[suppression-malformed]: This suppresses nothing")
        .contains("a.sql:1:1")
        .contains("error[" + RULE + "]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          reason=x                    | it names no rule where one is expected. Write
          a-rule, reason=x            | it names no rule where one is expected. Write
          a-rule b-rule reason=x      | 'b-rule' is not expected here: commas stand between rules
          a-rule reason=it is small   | 'is' is not expected here: commas stand between rules, and quotes
          a-rule reason="say "no" so" | 'no' is not expected here: commas stand between rules, and quotes
          a-rule reason="cut          | the quote behind reason= is not closed. Write
          a-rule reason               | 'reason' is followed by no value: write reason="…". Write
          a-rule because="x"          | 'because' is not known. Write
          a-rule raeson="x"           | 'raeson' is not known. Did you mean 'reason'? Write
          a-rule reason=x until=soon  | there is no day 'soon': write until=2027-01-31. Write
          """)
  void saysWhatACommentIsCutOffOrMisspeltBy(String comment, String words) throws IOException {
    assertThat(json("-- redshank:allow " + comment + "\n" + INDEX).replace("\\\"", "\""))
        .contains("This suppresses nothing, as it cannot be read: " + words);
  }

  @Test
  void keepsAReasonWithQuotesOfTheOtherKind() throws IOException {
    assertThat(json("-- redshank:allow " + RULE + " reason='say \"no\"'\n" + INDEX))
        .contains("\"reason\" : \"say \\\"no\\\"\"");
  }

  @Test
  void isNotReadInTheMiddleOfProse() throws IOException {
    assertThat(lint("-- see redshank:allow in the manual\nSELECT 1;\n").out())
        .startsWith("No findings");
  }

  @Test
  void isNotReadInAString() throws IOException {
    assertThat(lint("SELECT '-- redshank:allow x';\n").out()).startsWith("No findings");
  }

  @Test
  void mayBeSwitchedOffLikeARule() throws IOException {
    file("redshank.yml", "rules: {suppression-unused: off}\n");
    assertThat(lint(ALLOW + "\nSELECT 1;\n").out()).startsWith("No findings");
  }

  @Test
  void showsNothingOfTheCommentThatATerminalObeys() throws IOException {
    assertThat(lint("-- redshank:allow \u001b[31m\n" + INDEX).out()).doesNotContain("\u001b");
  }

  @Test
  void honoursSquawksCommentsWhenToldSo() throws IOException {
    String sql = "-- squawk-ignore require-concurrent-index-creation\n" + INDEX;
    assertThat(lint(sql).code()).isEqualTo(1);
    file("redshank.yml", "squawk-comments: true\ntimeouts: {lock: 2s}\n");
    assertThat(lint(sql).code()).isZero();
    assertThat(lint("-- squawk-ignore-file\n" + INDEX).code()).isZero();
    assertThat(lint("-- squawk-ignore-file ban-drop-table, require-concurrent-index-creation\n"
                + INDEX)
            .code())
        .isZero();
    assertThat(lint("-- squawk-ignore ban-drop-table\n" + INDEX).code()).isEqualTo(1);
    assertThat(lint("-- squawk-ignorance is bliss\n" + INDEX).code()).isEqualTo(1);
  }

  @Test
  void isHeldByTheConfiguration() throws IOException {
    file(
        "redshank.yml",
        "timeouts: {lock: 2s}\nallow: [{rule: " + RULE + ", path: a.sql, reason: small}]\n");
    Run run = lint(INDEX);
    assertThat(run.code()).isZero();
    assertThat(json(INDEX)).contains("\"by\" : \"configuration\", \"reason\" : \"small\"");
  }

  @Test
  void isHeldByTheConfigurationForOneObject() throws IOException {
    file(
        "redshank.yml",
        "timeouts: {lock: 2s}\nallow: [{rule: " + RULE + ", object: audit.log, reason: small}]\n");
    Run run = lint("CREATE INDEX a ON audit.\"log\" (at);\nCREATE INDEX b ON orders (at);\n");
    assertThat(run.out()).contains("a.sql:2:").doesNotContain("--> a.sql:1:");
    assertThat(lint("DO $$ BEGIN CREATE INDEX a ON audit.log (at); END $$;\n").code())
        .isZero();
  }

  @Test
  void endsInTheConfigurationToo() throws IOException {
    file("a.sql", INDEX);
    file(
        "redshank.yml",
        "allow:\n  - {rule: " + RULE + ", path: a.sql, reason: small, until: 2026-12-31}\n");
    Run run = Run.on(LocalDate.of(2027, 1, 1), folder, "lint", "a.sql");
    assertThat(run.out()).contains("suppression-expired").contains("redshank.yml:2:5");
  }

  /** An entry for many migrations is needed by one that a run of a part of them does not see. */
  @Test
  void isNotUnusedInTheConfigurationBeforeEveryMigrationWasLookedAt() throws IOException {
    file("db/V1__a.sql", INDEX);
    file("db/V2__b.sql", "SELECT 1;\n");
    file(
        "redshank.yml",
        "paths: [db]\ntimeouts: {lock: 2s}\nallow: [{rule: " + RULE
            + ", path: \"db/*.sql\", reason: small}]\n");
    assertThat(Run.in(folder, "lint").out()).endsWith("; 1 finding suppressed.\n");
    assertThat(Run.in(folder, "lint", "--since", "2").out()).contains("\nNo findings in 2");
    assertThat(Run.in(folder, "lint", "db/V2__b.sql").out()).startsWith("No findings");
    file("db/V1__a.sql", "SELECT 1;\n");
    assertThat(Run.in(folder, "lint").out()).contains("finds nothing in db/*.sql.");
    assertThat(Run.in(folder, "lint", "db").out()).contains("finds nothing in db/*.sql.");
  }

  @Test
  void isReportedWhereTheConfigurationNamesAnObjectThatNothingIsFoundAbout() throws IOException {
    file("db/V1__a.sql", INDEX);
    String allowed = "timeouts: {lock: 2s}\nallow: [{rule: " + RULE + ", object: %s, reason: x}]\n";
    file("redshank.yml", "paths: [db]\n" + allowed.formatted("invoices"));
    assertThat(Run.in(folder, "lint").out())
        .contains("warning[suppression-unused]: " + RULE + " finds nothing about invoices.");
    assertThat(Run.in(folder, "lint", "db/V1__a.sql").out()).doesNotContain("suppression-unused");
    file("redshank.yml", "paths: [db]\n" + allowed.formatted("orders"));
    assertThat(Run.in(folder, "lint").code()).isZero();
  }

  @Test
  void isReportedWhereTheConfigurationSuppressesNothing() throws IOException {
    file(
        "redshank.yml",
        "allow:\n  - {rule: " + RULE + ", path: a.sql, reason: x}\n  - {rule: " + RULE
            + ", path: gone.sql, reason: x}\n  - {rule: " + RULE + ", path: b.sql, reason: x}\n");
    file("b.sql", INDEX);
    String out = lint("SELECT 1;\n").out();
    assertThat(out)
        .contains("--> redshank.yml:2:5")
        .contains("finds nothing in a.sql")
        .contains("--> redshank.yml:3:5")
        .contains("There is no gone.sql")
        .doesNotContain("redshank.yml:4:");
  }
}
