package dev.redshank.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Migrations of a company that never existed. The same sizes always give the same text, and the mix stays the same
 * however many are made, so that times of different sizes can be compared.
 */
final class GeneratedMigrations {
  private static final long SEED = 14_001;
  private static final List<String> THINGS = List.of(
      "accounts",
      "orders",
      "invoices",
      "payments",
      "carts",
      "products",
      "shipments",
      "refunds",
      "sessions",
      "addresses",
      "coupons",
      "reviews",
      "events",
      "tickets",
      "messages",
      "devices");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final StringBuilder sql = new StringBuilder();
  private int tables;
  private int written;

  private GeneratedMigrations() {}

  /** Files of {@code perFile} statements each; the last one may hold fewer. */
  static List<String> files(int statements, int perFile) {
    GeneratedMigrations generated = new GeneratedMigrations();
    List<String> files = new ArrayList<>();
    for (int left = statements; left > 0; left -= perFile) {
      files.add(generated.file(Math.min(perFile, left)));
    }
    return files;
  }

  private String file(int statements) {
    sql.setLength(0);
    sql.append("-- Release ").append(++written).append(": generated\nSET lock_timeout = '2s';\n\n");
    createTable();
    for (int i = 2; i < statements; i++) {
      statement();
    }
    return sql.toString();
  }

  private void statement() {
    int dice = random.nextInt(100);
    if (dice < 12) {
      createTable();
    } else if (dice < 46) {
      alterTable();
    } else if (dice < 62) {
      createIndex();
    } else if (dice < 74) {
      insert();
    } else if (dice < 82) {
      update();
    } else if (dice < 88) {
      add("COMMENT ON TABLE %s IS 'What the ''%s'' team keeps';", table(), thing());
    } else if (dice < 94) {
      createFunction();
    } else if (dice < 97) {
      doBlock();
    } else {
      add("GRANT SELECT, INSERT ON %s TO application;", table());
    }
  }

  private void createTable() {
    String name = thing() + "_" + tables;
    tables++;
    add("""
        CREATE TABLE %s (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          owner_id bigint NOT NULL,
          name varchar(200) NOT NULL,
          status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'open', 'closed')),
          amount numeric(12, 2) DEFAULT 0, -- in cents once
          details jsonb DEFAULT '{}'::jsonb,
          created_at timestamptz NOT NULL DEFAULT now(),
          UNIQUE (owner_id, name)
        );""", name);
    names.add(name);
  }

  private void alterTable() {
    String table = table();
    switch (random.nextInt(9)) {
      case 0 -> add("ALTER TABLE %s ADD COLUMN note_%d text;", table, random.nextInt(1000));
      case 1 ->
        add(
            "ALTER TABLE %s ADD COLUMN flag_%d boolean NOT NULL DEFAULT false;",
            table, random.nextInt(1000));
      case 2 ->
        add(
            "ALTER TABLE %s ADD COLUMN token_%d uuid DEFAULT gen_random_uuid();",
            table, random.nextInt(1000));
      case 3 ->
        add(
            "ALTER TABLE %s\n  ADD CONSTRAINT owner_%d FOREIGN KEY (owner_id) REFERENCES %s (id) NOT VALID;",
            table, random.nextInt(1000), table());
      case 4 ->
        add(
            "ALTER TABLE %s ADD CONSTRAINT amount_%d CHECK (amount >= 0 AND amount < 1e9) NOT VALID;",
            table, random.nextInt(1000));
      case 5 ->
        add("ALTER TABLE %s ALTER COLUMN name TYPE text, ALTER COLUMN amount SET NOT NULL;", table);
      case 6 -> add("ALTER TABLE %s ALTER COLUMN status SET DEFAULT 'open';", table);
      case 7 -> add("ALTER TABLE %s DROP COLUMN IF EXISTS note_%d;", table, random.nextInt(1000));
      default ->
        add(
            "ALTER TABLE ONLY public.%s ADD COLUMN seen_%d timestamp with time zone DEFAULT now();",
            table, random.nextInt(1000));
    }
  }

  private void createIndex() {
    String table = table();
    String unique = random.nextInt(4) == 0 ? "UNIQUE " : "";
    String columns = random.nextInt(2) == 0 ? "owner_id, created_at DESC" : "lower(name)";
    String where = random.nextInt(3) == 0 ? " WHERE status <> 'closed'" : "";
    add(
        "CREATE %sINDEX %s_%d ON %s (%s)%s;",
        unique, table, random.nextInt(1_000_000), table, columns, where);
  }

  private void insert() {
    StringBuilder rows = new StringBuilder();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      rows.append(rows.isEmpty() ? "\n  " : ",\n  ");
      rows.append("(%d, 'it''s %s', now())".formatted(random.nextInt(100_000), thing()));
    }
    add("INSERT INTO %s (owner_id, name, created_at) VALUES%s;", table(), rows);
  }

  private void update() {
    if (random.nextBoolean()) {
      add("UPDATE %s SET status = 'open' WHERE status IS NULL;", table());
    } else {
      add("""
          UPDATE %s AS t SET amount = round(s.amount * 1.19, 2)
          FROM (SELECT id, amount FROM %s WHERE created_at < now() - interval '1 day') AS s
          WHERE t.id = s.id AND t.id BETWEEN %d AND %d;""", table(), table(), random.nextInt(1000), 1000 + random.nextInt(1000));
    }
  }

  private void createFunction() {
    add("""
        /* Keeps the time of the last change. */
        CREATE OR REPLACE FUNCTION touch_%d() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          -- the row as it will be written
          NEW.created_at := now();
          UPDATE %s SET status = 'open' WHERE id = NEW.owner_id;
          RETURN NEW;
        END
        $body$;""", random.nextInt(1_000_000), table());
  }

  private void doBlock() {
    add("""
        DO $$
        BEGIN
          IF EXISTS (SELECT 1 FROM %s WHERE amount IS NULL) THEN
            UPDATE %s SET amount = 0 WHERE amount IS NULL;
          END IF;
        END
        $$;""", table(), table());
  }

  private final List<String> names = new ArrayList<>();

  /** Half of the time one of the newest tables, otherwise any. */
  private String table() {
    int newest = Math.min(4, names.size());
    int index = random.nextBoolean()
        ? names.size() - 1 - random.nextInt(newest)
        : random.nextInt(names.size());
    return names.get(index);
  }

  private String thing() {
    return THINGS.get(random.nextInt(THINGS.size()));
  }

  private void add(String template, Object... parts) {
    sql.append(template.formatted(parts)).append("\n\n");
  }
}
