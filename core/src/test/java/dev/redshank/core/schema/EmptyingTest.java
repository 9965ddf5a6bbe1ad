package dev.redshank.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tables hold no rows because the transaction has truncated them. */
final class EmptyingTest {
  private static final SchemaState BEFORE = Replayed.of(
      "CREATE TABLE customers (id int PRIMARY KEY); CREATE TABLE orders (id int, customer int REFERENCES customers);"
          + "CREATE TABLE events (id int) PARTITION BY LIST (id);"
          + "CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1); CREATE TABLE events_2 (id int)");

  @Test
  void aTruncatedTableHoldsNoRowsUntilItsTransactionEnds() {
    SchemaState after = Replayed.then(BEFORE, Replayed.NOW, "TRUNCATE orders");

    assertThat(mayHoldRows(after, "orders")).isFalse();
    assertThat(mayHoldRows(after, "customers")).isTrue();
    assertThat(new SchemaView(after, new Era(1, 2, 3)).mayHoldRows(Replayed.name("orders")))
        .isTrue();
  }

  @Test
  void othersUseATruncatedTableAsBefore() {
    SchemaState after = Replayed.then(BEFORE, Replayed.NOW, "TRUNCATE orders");

    assertThat(new SchemaView(after, Replayed.NOW).mayBeInUse(Replayed.name("orders")))
        .isTrue();
  }

  @Test
  void partitionsAndWithCascadeReferringTablesAreEmptiedToo() {
    SchemaState after =
        Replayed.then(BEFORE, Replayed.NOW, "TRUNCATE events; TRUNCATE customers CASCADE");

    assertThat(mayHoldRows(after, "events_1")).isFalse();
    assertThat(mayHoldRows(after, "orders")).isFalse();
  }

  @Test
  void onlyLeavesChildrenAsTheyAre() {
    SchemaState before =
        Replayed.then(BEFORE, new Era(0, 1, 1), "CREATE TABLE urgent () INHERITS (orders)");
    SchemaState after = Replayed.then(before, Replayed.NOW, "TRUNCATE ONLY orders");

    assertThat(mayHoldRows(after, "orders")).isFalse();
    assertThat(mayHoldRows(after, "urgent")).isTrue();
  }

  @Test
  void anUnknownTableIsEmptiedToo() {
    SchemaState after = Replayed.then(BEFORE, Replayed.NOW, "TRUNCATE ledger");

    assertThat(mayHoldRows(after, "ledger")).isFalse();
    assertThat(new SchemaView(after, Replayed.NOW).age(Replayed.name("ledger")))
        .isEqualTo(Age.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO orders SELECT * FROM old",
        "COPY orders FROM '/tmp/orders'",
        "MERGE INTO orders o USING old ON o.id = old.id WHEN NOT MATCHED THEN INSERT VALUES (old.id)"
      })
  void rowsThatAreCopiedFillItAgain(String statement) {
    SchemaState after = Replayed.then(BEFORE, Replayed.NOW, "TRUNCATE orders; " + statement);

    assertThat(mayHoldRows(after, "orders")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO orders VALUES (1, 1)",
        "COPY orders TO '/tmp/orders'",
        "INSERT INTO customers SELECT id FROM orders",
        "ALTER TABLE orders ADD COLUMN note text"
      })
  void aFewRowsOrNoneLeaveItAsGoodAsEmpty(String statement) {
    SchemaState after = Replayed.then(BEFORE, Replayed.NOW, "TRUNCATE orders; " + statement);

    assertThat(mayHoldRows(after, "orders")).isFalse();
  }

  @Test
  void rowsOfAPartitionAreRowsOfItsTable() {
    SchemaState copied = Replayed.then(
        BEFORE, Replayed.NOW, "TRUNCATE events; INSERT INTO events_1 SELECT id FROM orders");
    SchemaState attached = Replayed.then(
        BEFORE,
        Replayed.NOW,
        "TRUNCATE events; ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES IN (2)");

    assertThat(mayHoldRows(copied, "events")).isTrue();
    assertThat(mayHoldRows(attached, "events")).isTrue();
    assertThat(mayHoldRows(attached, "events_2")).isTrue();
  }

  private static boolean mayHoldRows(SchemaState state, String table) {
    return new SchemaView(state, Replayed.NOW).mayHoldRows(Replayed.name(table));
  }
}
