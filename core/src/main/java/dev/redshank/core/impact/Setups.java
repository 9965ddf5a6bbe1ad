package dev.redshank.core.impact;

import java.util.ArrayList;
import java.util.List;

/** Tables that examples are given, with rows enough that a table's WAL tells itself from a catalog's. */
final class Setups {
  private Setups() {}

  static final List<String> CUSTOMERS = List.of(
      "CREATE TABLE customers (id bigint PRIMARY KEY, name text)",
      "INSERT INTO customers SELECT g, 'customer ' || g FROM generate_series(1, 3000) g");

  static final List<String> ORDERS = List.of(
      "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric(10,2),"
          + " note varchar(50), placed_at timestamp)",
      "INSERT INTO orders SELECT g, g, g, 'note ' || g, now() FROM generate_series(1, 3000) g");

  static final List<String> ORDERS_OF_CUSTOMERS = all(
      CUSTOMERS,
      ORDERS,
      List.of("ALTER TABLE orders ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id)"
          + " REFERENCES customers (id)"));

  /** Names that need quotes, in a schema of their own. */
  static final List<String> QUOTED = List.of(
      "CREATE SCHEMA \"Shop\"",
      "CREATE TABLE \"Shop\".\"Order Lines\" (\"Id\" bigint PRIMARY KEY, \"Note\" text)",
      "INSERT INTO \"Shop\".\"Order Lines\" SELECT g, 'line ' || g FROM generate_series(1, 3000) g");

  /** A partitioned table with two partitions. */
  static final List<String> EVENTS = List.of(
      "CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at)",
      "CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
      "CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')",
      "INSERT INTO events SELECT g, date '2024-01-01' + (g % 700), 'note ' || g"
          + " FROM generate_series(1, 6000) g");

  /** A table that could become a partition of {@link #EVENTS}. */
  static final List<String> EVENTS_2026 = List.of(
      "CREATE TABLE events_2026 (id bigint NOT NULL, at date NOT NULL, note text)",
      "INSERT INTO events_2026 SELECT g, date '2026-01-01' + (g % 300), 'note ' || g"
          + " FROM generate_series(1, 3000) g");

  /** A partitioned table with rows, and one that refers to it. */
  static final List<String> USED_NUMBERS = List.of(
      "CREATE TABLE numbers (n int PRIMARY KEY) PARTITION BY RANGE (n)",
      "CREATE TABLE small PARTITION OF numbers FOR VALUES FROM (0) TO (1000)",
      "CREATE TABLE big PARTITION OF numbers FOR VALUES FROM (1000) TO (2000)",
      "INSERT INTO numbers SELECT g FROM generate_series(1, 999) g",
      "CREATE TABLE uses (n int REFERENCES numbers)");

  /** A table with one that inherits from it. */
  static final List<String> ANIMALS = List.of(
      "CREATE TABLE animals (id bigint NOT NULL, name text)",
      "CREATE TABLE birds (wings int) INHERITS (animals)",
      "INSERT INTO animals SELECT g, 'animal ' || g FROM generate_series(1, 3000) g",
      "INSERT INTO birds SELECT g, 'bird ' || g, 2 FROM generate_series(1, 3000) g");

  /** An enum and a table with a column of it. */
  static final List<String> DAYS = List.of(
      "CREATE TYPE mood AS ENUM ('calm')", "CREATE TABLE days (id int, mood mood, note text)");

  @SafeVarargs
  static List<String> all(List<String>... parts) {
    List<String> whole = new ArrayList<>();
    for (List<String> part : parts) {
      whole.addAll(part);
    }
    return List.copyOf(whole);
  }
}
