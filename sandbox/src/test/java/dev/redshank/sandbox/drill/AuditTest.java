package dev.redshank.sandbox.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.sandbox.drill.LogEntry.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AuditTest {
  private final Audit audit = new Audit();

  private void hears(String... lines) {
    Stream.of(lines).forEach(audit);
  }

  @Test
  void readsStatementsOverSeveralLines() {
    hears("7|12.500|app_db|LOG:  statement: SELECT 1,", "\t  2", "7|12.6|app_db|LOG:  duration: 1");
    assertThat(audit.entries())
        .containsExactly(new LogEntry(7, 12_500, "app_db", Kind.STATEMENT, "SELECT 1,\n  2"));
  }

  @Test
  void readsPreparedStatementsAndFailuresAndChanges() {
    hears(
        "7|1|app_db|LOG:  execute S_1: SELECT a: b",
        "7|1|app_db|ERROR:  no: such",
        "7|1|app_db|LOG:  redshank audit: CREATE INDEX|index|public.x",
        "7|1|app_db|CONTEXT:  PL/pgSQL function");
    assertThat(audit.entries())
        .extracting(LogEntry::text)
        .containsExactly("SELECT a: b", "no: such", "CREATE INDEX|index|public.x");
  }

  /** As a session has it that sets log_error_verbosity. */
  @Test
  void readsWhatIsLoggedInMoreWords() {
    hears(
        "7|1|app_db|LOG:  00000: statement: SELECT 1",
        "7|1|app_db|LOCATION:  exec_simple_query, postgres.c:1",
        "7|1|app_db|LOG:  00000: redshank audit: DROP|index|public.x");
    assertThat(audit.entries())
        .extracting(LogEntry::text)
        .containsExactly("SELECT 1", "DROP|index|public.x");
  }

  /** A client that watches must not fill the memory, nor hide what comes behind. */
  @Test
  void hearsOnBehindWhatIsSaidAgainAndAgain() {
    for (int i = 0; i < 100_000; i++) {
      hears("7|1|d|LOG:  statement: SELECT 1");
    }
    hears("7|1|d|LOG:  statement: SELECT 2");
    assertThat(audit.entries()).hasSize(100_001).last().matches(it -> it.text().equals("SELECT 2"));
  }

  @Test
  void leavesOutItsOwnAndWhatWasBefore() {
    hears("7|1|app_db|LOG:  statement: SELECT before");
    audit.begin();
    audit.excuse(8);
    hears("8|1|app_db|LOG:  statement: SELECT own", "7|1|app_db|LOG:  statement: SELECT later");
    assertThat(audit.entries()).extracting(LogEntry::text).containsExactly("SELECT later");
  }

  @Test
  void passesOverWhatIsNoEntry() {
    hears("", "|", "a|b|c|LOG:  statement: x", "\tcontinued", "startup done");
    assertThat(audit.entries()).allSatisfy(entry -> assertThat(entry.pid()).isNegative());
  }

  @Test
  void keepsNoEndlessStatement() {
    hears("7|1|d|LOG:  statement: SELECT '", "\t" + "x".repeat(1_000_000));
    assertThat(audit.entries().get(0).text()).hasSizeLessThan(250_000);
  }
}
