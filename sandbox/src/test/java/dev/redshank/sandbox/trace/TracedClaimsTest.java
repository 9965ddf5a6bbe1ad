package dev.redshank.sandbox.trace;

import static dev.redshank.sandbox.trace.Traces.SHOP;
import static dev.redshank.sandbox.trace.Traces.differences;
import static dev.redshank.sandbox.trace.Traces.measured;
import static dev.redshank.sandbox.trace.Traces.table;
import static dev.redshank.sandbox.trace.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.Majors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A claim is blamed for what it says and a server does not do, and for nothing else. */
final class TracedClaimsTest {
  static List<PgVersion> versions() {
    return Majors.asked();
  }

  /** More tables than sessions that could hold a statement up, and those that it locks come last. */
  @ParameterizedTest
  @MethodSource("versions")
  void seesTheLocksOfAStatementOutsideWhateverElseIsThere(PgVersion version) {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      many.append("CREATE TABLE other_").append(i).append(" (id int);\n");
    }
    many.append("CREATE TABLE events (id int, at date) PARTITION BY RANGE (at);\n")
        .append("CREATE TABLE events_2020 PARTITION OF events")
        .append(" FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');\n");
    String detach = "ALTER TABLE events DETACH PARTITION events_2020 CONCURRENTLY;";
    Trace trace =
        trace(version, Traced.of("1.sql", many.toString()).and("2.sql", detach).since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(differences(trace)).isEmpty();
    assertThat(measured(trace, 0).locks())
        .containsEntry(table("events_2020"), LockMode.ACCESS_EXCLUSIVE);
  }

  /** An index of a partition without rows is a file and a few catalog rows. */
  @ParameterizedTest
  @MethodSource("versions")
  void doesNotBlameAClaimForWorkThatNoRowsNeed(PgVersion version) {
    String events = "CREATE TABLE events (id int, at date) PARTITION BY RANGE (at);\n"
        + "CREATE INDEX by_id ON events (id);\n"
        + "CREATE TABLE events_2020 PARTITION OF events"
        + " FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');\n";
    String attach = "CREATE TABLE events_2021 (LIKE events);\n"
        + "ALTER TABLE events_2021 ADD CHECK (at >= '2021-01-01' AND at < '2022-01-01' AND at IS NOT NULL);\n"
        + "ALTER TABLE events ATTACH PARTITION events_2021"
        + " FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');\n";
    Trace trace =
        trace(version, Traced.of("V1__a.sql", events).and("V2__b.sql", attach).since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(differences(trace)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void makesRowsThatADomainsCheckToComeHoldsFor(PgVersion version) {
    String prices = "CREATE DOMAIN price AS int CHECK (VALUE > 0);\n"
        + "CREATE TABLE products (id int PRIMARY KEY, price price NOT NULL);\n";
    String check = "ALTER DOMAIN price ADD CONSTRAINT sane CHECK (VALUE < 10);";
    Trace trace =
        trace(version, Traced.of("V1__a.sql", prices).and("V2__b.sql", check).since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(differences(trace)).isEmpty();
  }

  /** Rows of one's own may fail a check, and the claim says so. */
  @ParameterizedTest
  @MethodSource("versions")
  void failsWhereRowsDoNotSatisfyADomainAsTheClaimSays(PgVersion version) {
    String prices = "CREATE DOMAIN price AS int;\n"
        + "CREATE TABLE products (id int PRIMARY KEY, price price NOT NULL);\n";
    String check = "ALTER DOMAIN price ADD CONSTRAINT sane CHECK (VALUE < 10);";
    Trace trace = trace(
        version,
        Traced.of("V1__a.sql", prices)
            .and("V2__b.sql", check)
            .since("2")
            .seed("INSERT INTO products VALUES (1, 11);"));
    assertThat(trace.failure()).map(TraceFailure::sqlState).contains("23514");
    assertThat(differences(trace)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void doesNotBlameAClaimForABranchThatIsNotTaken(PgVersion version) {
    String block = "DO $$ BEGIN\n"
        + "IF EXISTS (SELECT FROM information_schema.views WHERE table_name = 'summary') THEN\n"
        + "  DROP VIEW summary;\n"
        + "  CREATE INDEX by_note ON orders (note);\n"
        + "ELSE\n"
        + "  ALTER TABLE customers ADD COLUMN city text;\n"
        + "END IF; END $$;";
    Trace trace = trace(version, Traced.of("1.sql", SHOP).and("2.sql", block).since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(differences(trace)).isEmpty();
    assertThat(measured(trace, 0).locks())
        .containsEntry(table("customers"), LockMode.ACCESS_EXCLUSIVE);
  }

  /** A row that was written in this transaction is looked up again when it changes; without rows nothing is. */
  @ParameterizedTest
  @MethodSource("versions")
  void doesNotBlameAClaimForForeignKeysOfRowsThatAreNotThere(PgVersion version) {
    String updates = "UPDATE orders SET note = c.name FROM customers c WHERE c.id = customer;\n"
        + "UPDATE orders SET total = length(c.name) FROM customers c WHERE c.id = customer;\n";
    Traced migrations = Traced.of("V1__a.sql", SHOP).and("V2__b.sql", updates).since("2");
    Trace empty = trace(version, migrations.rows(0));
    assertThat(differences(empty)).isEmpty();
    assertThat(measured(empty, 1).locks()).doesNotContainValue(LockMode.ROW_SHARE);
    Trace full = trace(version, migrations.rows(500));
    assertThat(differences(full)).isEmpty();
    assertThat(measured(full, 1).locks()).containsEntry(table("customers"), LockMode.ROW_SHARE);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void doesNotBlameAClaimForValues(PgVersion version) {
    String numbers = "UPDATE orders SET total = note::int;";
    Trace trace = trace(version, Traced.of("1.sql", SHOP).and("2.sql", numbers).since("2"));
    assertThat(trace.failure()).map(TraceFailure::sqlState).contains("22P02");
    assertThat(differences(trace)).isEmpty();
  }
}
