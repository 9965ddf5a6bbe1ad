package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypeReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bigint | int8",
        "int8 | int8",
        "integer | int4",
        "INT | int4",
        "smallint | int2",
        "bigserial | serial8",
        "serial | serial4",
        "smallserial | serial2",
        "boolean | bool",
        "real | float4",
        "double precision | float8",
        "float | float8",
        "float(24) | float4",
        "float(25) | float8",
        "decimal(10, 2) | numeric(10,2)",
        "dec | numeric",
        "numeric(3,-2) | numeric(3,-2)",
        "character varying(20) | varchar(20)",
        "char varying | varchar",
        "national character varying (20) | varchar(20)",
        "nchar varying(5) | varchar(5)",
        "character(3) | bpchar(3)",
        "national char(3) | bpchar(3)",
        "char | bpchar(1)",
        "bpchar | bpchar",
        "bit | bit(1)",
        "bit(4) | bit(4)",
        "bit varying(8) | varbit(8)",
        "bit varying | varbit",
        "timestamp | timestamp",
        "timestamp(3) | timestamp(3)",
        "timestamp(3) with time zone | timestamptz(3)",
        "timestamp without time zone | timestamp",
        "time with time zone | timetz",
        "time(0) without time zone | time(0)",
        "interval | interval",
        "interval(3) | interval(3)",
        "interval year to month | interval(year to month)",
        "interval DAY TO SECOND(3) | interval(day to second,3)",
        "text | text",
        "Json | json",
        "int[] | int4[]",
        "int[3][] | int4[][]",
        "int ARRAY[4] | int4[]",
        "text ARRAY | text[]",
        "timestamp with time zone[] | timestamptz[]",
        "pg_catalog.int4 | int4",
        "pg_catalog.varchar(3) | varchar(3)",
        "pg_catalog.timestamptz | timestamptz",
        "public.geometry(Point, 4326) | public.geometry(point,4326)",
        "vector(1536) | vector(1536)",
        "\"My Type\" | \"My Type\"",
        "${schema}.status | ${schema}.status",
        "date | date",
        "name | name",
        "xml | xml"
      })
  void givesEachTypeTheNameThatPostgresqlHasForIt(String written, String expected) {
    assertThat(Reading.column("c " + written).type()).get().hasToString(expected);
  }

  @Test
  void tellsTheTypeInQuotesFromTheAliasOfTheSameName() {
    TypeName quoted = Reading.column("c \"char\"").type().orElseThrow();
    assertThat(quoted.name().name()).isEqualTo("char");
    assertThat(quoted.modifiers()).isEmpty();
  }

  @Test
  void coversTheWholeTypeWithItsSpan() {
    TypeName type =
        Reading.column("c timestamp (3) with time zone [] NOT NULL").type().orElseThrow();
    assertThat(type.span().length()).isEqualTo("timestamp (3) with time zone []".length());
  }

  @Test
  void knowsTheTypesThatMakeASequence() {
    assertThat(Reading.column("c bigserial").type().orElseThrow().isSerial()).isTrue();
    assertThat(Reading.column("c bigint").type().orElseThrow().isSerial()).isFalse();
  }

  @Test
  void keepsATypeThatIsCopiedFromAColumnApartFromAnyType() {
    assertThat(Reading.column("c orders.id%TYPE").type().orElseThrow().name().name())
        .isEqualTo("id%type");
  }
}
