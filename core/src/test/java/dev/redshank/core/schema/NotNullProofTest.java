package dev.redshank.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotNullProofTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          CHECK (a IS NOT NULL)                            | VALIDATED
          CHECK (((a IS NOT NULL)))                        | VALIDATED
          CHECK (t.a IS NOT NULL)                          | VALIDATED
          CHECK ("a" IS NOT NULL)                          | VALIDATED
          CHECK (a NOTNULL)                                | VALIDATED
          CHECK (NOT (a IS NULL))                          | VALIDATED
          CHECK (NOT a IS NULL)                            | VALIDATED
          CHECK (b > 0 AND (a IS NOT NULL AND b < 9))      | VALIDATED
          CHECK (b BETWEEN 1 AND 2 AND a IS NOT NULL)      | VALIDATED
          CHECK (a IS NOT NULL) NOT VALID                  | NOT_VALID
          CHECK (a IS NOT NULL) NOT ENFORCED               | NONE
          NOT NULL a NOT VALID                             | NOT_VALID
          NOT NULL a                                       | VALIDATED
          CHECK (a > 0)                                    | NONE
          CHECK (b IS NOT NULL)                            | NONE
          CHECK (a IS NULL)                                | NONE
          CHECK (NOT (a IS NOT NULL))                      | NONE
          CHECK (a IS NOT NULL OR b > 0)                   | NONE
          CHECK (b > 0 OR b < 9 AND a IS NOT NULL)         | NONE
          CHECK (b BETWEEN 1 AND a IS NOT NULL)            | NONE
          CHECK (CASE WHEN b > 0 AND a IS NOT NULL THEN true ELSE true END) | NONE
          CHECK ((a IS NOT NULL) IS NOT TRUE)              | NONE
          CHECK (coalesce(a, 0) IS NOT NULL)               | NONE
          """)
  void comesFromConstraintsThatNoNullCanPass(String constraint, NullProof proof) {
    SchemaState state =
        Replayed.of("CREATE TABLE t (a int, b int); ALTER TABLE t ADD " + constraint);

    assertThat(state.notNullProof(Replayed.name("t"), "a")).isEqualTo(proof);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          ALTER TABLE t VALIDATE CONSTRAINT c              | VALIDATED
          ALTER TABLE t RENAME COLUMN b TO d               | NOT_VALID
          ALTER TABLE t DROP CONSTRAINT c                  | NONE
          ALTER TABLE t ALTER COLUMN a SET NOT NULL        | VALIDATED
          ALTER TABLE t RENAME CONSTRAINT c TO d; ALTER TABLE t VALIDATE CONSTRAINT d | VALIDATED
          ALTER TABLE t DROP COLUMN a                      | NONE
          """)
  void changesWithTheTableAlsoWhereNoMigrationMadeIt(String change, NullProof proof) {
    SchemaState state =
        Replayed.of("ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID; " + change);

    assertThat(state.notNullProof(Replayed.name("t"), "a")).isEqualTo(proof);
  }

  @Test
  void followsTheColumnToItsNewName() {
    SchemaState state = Replayed.of(
        "CREATE TABLE t (a int CHECK (a IS NOT NULL)); ALTER TABLE t RENAME COLUMN a TO b");

    assertThat(state.notNullProof(Replayed.name("t"), "b")).isEqualTo(NullProof.VALIDATED);
    assertThat(state.notNullProof(Replayed.name("t"), "a")).isEqualTo(NullProof.NONE);
  }
}
