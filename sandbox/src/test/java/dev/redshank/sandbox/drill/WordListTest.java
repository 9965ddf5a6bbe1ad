package dev.redshank.sandbox.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordListTest {
  @Test
  void knowsNoCommentsAndNoCase() {
    WordList words = WordList.of("Select /* DROP */ \"Mixed\" -- index\n FROM t");
    assertThat(words.words()).containsExactly("select", "Mixed", "from", "t");
  }

  @Test
  void readsWhatABlockRuns() {
    WordList words = WordList.of("DO $x$ BEGIN EXECUTE 'CREATE INDEX i ON t (a)'; END $x$");
    assertThat(words.hasRow("create", "index")).isTrue();
  }

  @Test
  void takesAConstantForNoStatement() {
    assertThat(WordList.of("SELECT 'create index'").hasRow("create", "index")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT a TO b",
        "REVOKE a FROM b",
        "DO $$ BEGIN GRANT a TO b; END $$",
        "SELECT 1; GRANT a, c TO b WITH ADMIN OPTION"
      })
  void seesMemberships(String sql) {
    assertThat(WordList.of(sql).changesMembership()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT SELECT ON t TO b",
        "REVOKE ALL ON t FROM b",
        "SELECT 1 FROM grants",
        "ALTER TABLE t OWNER TO b"
      })
  void takesPrivilegesForNoMemberships(String sql) {
    assertThat(WordList.of(sql).changesMembership()).isFalse();
  }
}
