package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "1 NOT NULL => 1",
        "a NOT NULL => a",
        "'x'::timestamp with time zone NOT NULL => 'x'::timestamp with time zone",
        "'x'::time without time zone UNIQUE => 'x'::time without time zone",
        "interval '1' hour NOT NULL => interval '1' hour",
        "f(a) FILTER (WHERE b) OVER (w) NOT NULL => f(a) FILTER (WHERE b) OVER (w)",
        "'x'::timestamp(3) with time zone NULL => 'x'::timestamp(3) with time zone",
        "'x'::national character varying(3) NOT NULL => 'x'::national character varying(3)",
        "NULL NULL => NULL",
        "NULL::text NOT NULL => NULL::text",
        "'x'::varchar(3) COLLATE \"C\" CHECK (c <> '') NOT NULL => 'x'::varchar(3)",
        "now() AT TIME ZONE 'utc' NOT NULL => now() AT TIME ZONE 'utc'",
        "(a, b) NOT NULL => (a, b)",
        "ARRAY[1,2]::int[] NOT NULL => ARRAY[1,2]::int[]",
        "1 BETWEEN 0 AND 2 NOT NULL => 1 BETWEEN 0 AND 2",
        "a IS NOT NULL NOT NULL => a IS NOT NULL",
        "a IS NULL NOT NULL => a IS NULL",
        "NOT a NOT NULL => NOT a",
        "CASE WHEN a IS NULL THEN 1 ELSE 2 END NOT NULL => CASE WHEN a IS NULL THEN 1 ELSE 2 END",
        "-1 PRIMARY KEY => -1",
        "CURRENT_TIMESTAMP(3) NOT NULL => CURRENT_TIMESTAMP(3)",
        "'a' || 'b' UNIQUE => 'a' || 'b'",
        "nextval('s'::regclass) REFERENCES o => nextval('s'::regclass)",
        "'1'::double precision NOT NULL => '1'::double precision",
        "interval '1' day NOT NULL => interval '1' day",
        "1 CONSTRAINT x NOT NULL => 1"
      })
  void endsADefaultWhereTheNextClauseBegins(String written, String expected) {
    assertThat(Reading.column("c int DEFAULT " + written).defaultValue())
        .get()
        .hasToString(expected);
  }

  @Test
  void doesNotTakeTheNextColumnForAPartOfADefault() {
    assertThat(Reading.as(Unrecognized.class, "CREATE TABLE t (a int DEFAULT 1 b int DEFAULT 2)")
            .reason())
        .isEqualTo("expected a constraint behind «1», found «b»");
  }

  @Test
  void saysThatAnAttributeFollowsNoConstraint() {
    AlterAction.UnreadAction unread = Reading.action(
        AlterAction.UnreadAction.class, "ALTER TABLE t ADD c int DEFAULT 1 DEFERRABLE");
    assertThat(unread.reason()).isEqualTo("expected a constraint behind «1», found «DEFERRABLE»");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type",
        "date",
        "value",
        "name",
        "key",
        "exclude",
        "period",
        "\"user\"",
        "level",
        "index",
        "if"
      })
  void takesWordsThatAreNotReservedAsNames(String name) {
    assertThat(Reading.column(name + " int").name().toString().replace("\"", ""))
        .isEqualTo(name.replace("\"", ""));
  }

  @Test
  void seesNotNullWhetherItHasANameOrNot() {
    assertThat(Reading.column("c int NOT NULL").notNull()).isTrue();
    ColumnDefinition named = Reading.column("c int CONSTRAINT nn NOT NULL");
    assertThat(named.notNull()).isTrue();
    assertThat(named.constraint(Constraint.NotNull.class)).isPresent();
  }

  @Test
  void seesNoNotNullInADefaultThatHoldsTheWords() {
    assertThat(Reading.column("c bool DEFAULT (a IS NOT NULL)").notNull()).isFalse();
  }

  @Test
  void readsConstraintAttributesInAnyOrder() {
    ColumnDefinition column = Reading.column(
        "c int REFERENCES o (id) INITIALLY DEFERRED NOT ENFORCED DEFERRABLE NOT NULL");
    Constraint.ForeignKey key = column.constraint(Constraint.ForeignKey.class).orElseThrow();
    assertThat(key.traits()).isEqualTo(new Constraint.Traits(false, true, false, true));
    assertThat(column.notNull()).isTrue();
  }

  @Test
  void namesTheColumnInTheConstraintsBesideIt() {
    ColumnDefinition column = Reading.column("c int UNIQUE PRIMARY KEY REFERENCES o CHECK (c > 0)");
    assertThat(column.constraints())
        .extracting(constraint -> Reading.names(constraint.columns()).toString())
        .containsExactly("[c]", "[c]", "[c]", "[]");
  }

  @Test
  void tellsStoredColumnsFromVirtualOnes() {
    ColumnDefinition.Generated stored =
        Reading.column("c int GENERATED ALWAYS AS (a + 1) STORED").generated().orElseThrow();
    assertThat(stored.stored()).isTrue();
    assertThat(stored.expression()).hasToString("a + 1");
    assertThat(Reading.column("c int GENERATED ALWAYS AS (a) VIRTUAL")
            .generated()
            .orElseThrow()
            .stored())
        .isFalse();
  }

  @Test
  void readsIdentityColumns() {
    assertThat(Reading.column("c int GENERATED ALWAYS AS IDENTITY")
            .identity()
            .orElseThrow()
            .always())
        .isTrue();
    ColumnDefinition byDefault =
        Reading.column("c int GENERATED BY DEFAULT AS IDENTITY (START 5 CYCLE) NOT NULL");
    assertThat(byDefault.identity().orElseThrow().always()).isFalse();
    assertThat(byDefault.notNull()).isTrue();
  }
}
