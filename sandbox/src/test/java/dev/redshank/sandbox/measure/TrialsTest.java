package dev.redshank.sandbox.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.SandboxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialsTest {
  @Test
  void measuresEveryTrialOnEveryVersionAndNamesThoseThatCannotBe() {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String table = "t" + i;
      trials.add(
          Trial.of(table, List.of("CREATE TABLE " + table + " (id int)"), "DROP TABLE " + table));
    }
    trials.add(Trial.of("broken", List.of("CREATE nonsense"), "SELECT 1"));

    Trials.Results results = Trials.run(trials, Majors.asked());

    for (PgVersion version : Majors.asked()) {
      for (int i = 0; i < 12; i++) {
        RelationName table = new RelationName("public", "t" + i);
        assertThat(results.of("t" + i, version).locks())
            .containsOnly(Map.entry(table, LockMode.ACCESS_EXCLUSIVE));
      }
      assertThat(results.failures().get(new Trials.Key("broken", version)))
          .contains("CREATE nonsense");
      assertThatThrownBy(() -> results.of("broken", version)).isInstanceOf(SandboxException.class);
    }
  }

  @Test
  void sharesRolesBetweenTrials() {
    List<String> setUp = List.of("CREATE ROLE reader", "CREATE TABLE t (id int)");
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      trials.add(Trial.of("grant " + i, setUp, "GRANT SELECT ON t TO reader"));
    }
    assertThat(Trials.run(trials, List.of(Majors.asked().get(0))).failures()).isEmpty();
  }
}
