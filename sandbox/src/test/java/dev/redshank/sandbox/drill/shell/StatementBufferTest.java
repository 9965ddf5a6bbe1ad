package dev.redshank.sandbox.drill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where statements end. */
final class StatementBufferTest {
  private final StatementBuffer buffer = new StatementBuffer();

  private List<String> entries(String... lines) {
    List<String> entries = new ArrayList<>();
    for (String line : lines) {
      buffer.add(line);
      Optional<StatementBuffer.Entry> entry = buffer.next();
      while (entry.isPresent()) {
        entries.add(text(entry.get()));
        entry = buffer.next();
      }
    }
    return entries;
  }

  private static String text(StatementBuffer.Entry entry) {
    return entry instanceof StatementBuffer.Entry.Sql sql
        ? sql.text()
        : ((StatementBuffer.Entry.Command) entry).text();
  }

  @Test
  void takesSeveralStatementsFromALine() {
    assertThat(entries("SELECT 1; SELECT 2; SELECT")).containsExactly("SELECT 1", "SELECT 2");
    assertThat(buffer.state()).isEqualTo('-');
    assertThat(entries("3;")).containsExactly("SELECT\n3");
    assertThat(buffer.state()).isEqualTo('=');
  }

  @Test
  void endsNothingInQuotesAndComments() {
    assertThat(entries("SELECT ';', \";\", $$ ; $$, $a$ ; $$ ; $a$ /* ; /* ; */ ; */ -- ;"))
        .isEmpty();
    assertThat(entries(";")).hasSize(1);
  }

  @Test
  void runsAStatementBeforeAQuoteThatIsStillOpen() {
    assertThat(entries("INSERT INTO t VALUES ('a;", "SELECT b'); SELECT 'open;"))
        .containsExactly("INSERT INTO t VALUES ('a;\nSELECT b')");
    assertThat(buffer.state()).isEqualTo('\'');
  }

  @Test
  void keepsTheBodyOfARoutineWhole() {
    String routine = "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END";
    assertThat(entries(routine + ";")).containsExactly(routine);
  }

  @Test
  void saysWhichQuoteIsOpen() {
    assertThat(List.of("SELECT 'a", "SELECT \"a", "SELECT $x$ '", "/* it's", "SELECT E'\\'"))
        .map(text -> {
          StatementBuffer other = new StatementBuffer();
          other.add(text);
          return other.state();
        })
        .containsExactly('\'', '"', '$', '*', '\'');
  }

  @Test
  void findsCommandsBeforeAndBehindStatements() {
    assertThat(entries("  \\d orders", "SELECT 1; \\x"))
        .containsExactly("\\d orders", "SELECT 1", "\\x");
  }

  @Test
  void keepsAnUnfinishedStatementWhileACommandIsDone() {
    assertThat(entries("SELECT", "\\d orders", "1;")).containsExactly("\\d orders", "SELECT\n\n1");
  }

  @Test
  void seesNoCommandInAQuote() {
    assertThat(entries("SELECT '", "\\d", "';")).containsExactly("SELECT '\n\\d\n'");
  }

  @Test
  void passesOverEmptyStatements() {
    assertThat(entries(";; -- nothing", ";")).isEmpty();
    assertThat(buffer.state()).isEqualTo('=');
  }

  @Test
  void handsOutTheRestWithoutASemicolon() {
    assertThat(entries("SELECT 1")).isEmpty();
    assertThat(buffer.rest()).map(StatementBufferTest::text).contains("SELECT 1");
    assertThat(buffer.rest()).isEmpty();
  }
}
