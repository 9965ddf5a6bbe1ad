package dev.redshank.sandbox.drill;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that a trainee submits, and what it is worth.
 *
 * @param title in words
 * @param traps how many were sprung
 */
record Submitted(String drill, String title, int total, int traps, String sql) {
  private static final String ALTER = "alter-table-locks-production";
  private static final String PILEUP = "bad-migration-and-lock-pileup";
  private static final String FALLOUT = "release-fallout";
  private static final String FINAL = "final-production-incident";
  private static final String INVALID = "invalid-index-after-retry";
  private static final String FLOOD = "backfill-floods-the-replica";
  private static final String RENAME = "rename-under-two-applications";
  private static final String HALF = "not-null-half-way";

  private static final String UNBLOCK = end("application_name LIKE 'migration_runner%'");
  private static final String WRITERS = end("application_name LIKE 'app_writer%'");
  private static final String FILL =
      "UPDATE orders SET release_id = 'unknown' WHERE release_id IS NULL;\n";
  private static final String DEFAULT =
      "ALTER TABLE orders ALTER COLUMN release_id SET DEFAULT 'unknown';\n";
  private static final String TENANT_B = """
      \\connect tenant_b
      ALTER TABLE orders ADD COLUMN release_id text;
      INSERT INTO schema_migrations (version) VALUES ('20260531_add_order_release_id');
      """;
  private static final String ACCESS = """
      \\connect billing_db
      GRANT CONNECT ON DATABASE billing_db TO app_user;
      GRANT SELECT ON new_invoices TO app_user;
      """;
  private static final String FIRST_THREE = UNBLOCK + FILL + DEFAULT + TENANT_B;
  private static final String INDEX_AND_BACK = "CREATE INDEX x ON orders (total); DROP INDEX x;\n";
  private static final String SUPERUSER_AND_BACK =
      "ALTER ROLE app_user SUPERUSER; ALTER ROLE app_user NOSUPERUSER;\n";

  private static String end(String condition) {
    return "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + condition + ";\n";
  }

  static List<Submitted> all() {
    List<Submitted> all = new ArrayList<>();
    Drills.all().forEach(drill -> {
      all.add(new Submitted(
          drill.id(), "the canonical fix, word for word", 100, 0, drill.page().fix()));
      all.add(new Submitted(drill.id(), "nothing", 0, 0, "SELECT 1;"));
    });
    all.addAll(alter());
    all.addAll(hidden());
    all.addAll(careful());
    all.addAll(pileup());
    all.addAll(fallout());
    all.addAll(last());
    all.addAll(invalid());
    all.addAll(flood());
    all.addAll(rename());
    all.addAll(half());
    return all;
  }

  private static List<Submitted> alter() {
    String everybody = end("pid <> pg_backend_pid() AND backend_type = 'client backend'");
    return List.of(
        new Submitted(
            ALTER,
            "cancels what does nothing",
            0,
            0,
            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name LIKE 'migration_runner%';"),
        new Submitted(ALTER, "ends the writers", 0, 1, WRITERS),
        new Submitted(ALTER, "ends everybody, the scorer included", 40, 1, everybody),
        new Submitted(
            ALTER,
            "ends the blocker and adds an index",
            80,
            1,
            UNBLOCK + "CREATE INDEX x ON orders (customer_id);"),
        new Submitted(
            ALTER, "ends the look-alike's session", 0, 1, end("datname = 'analytics_db'")),
        new Submitted(
            ALTER,
            "an index, made and dropped while nothing is logged",
            60,
            2,
            UNBLOCK + "SET log_statement = 'none';\n" + INDEX_AND_BACK),
        new Submitted(
            ALTER,
            "an index, made and dropped in a block",
            80,
            1,
            UNBLOCK + "DO $$ BEGIN EXECUTE 'CREATE INDEX x ON orders (total)';"
                + " EXECUTE 'DROP INDEX x'; END $$;"),
        new Submitted(
            ALTER,
            "superuser, given and taken back in a block",
            80,
            1,
            UNBLOCK + "DO $$ BEGIN " + SUPERUSER_AND_BACK + " END $$;"),
        new Submitted(
            ALTER,
            "an index on a table of its own, gone with the session",
            100,
            0,
            UNBLOCK + "CREATE TEMP TABLE t AS SELECT 1 AS a; CREATE INDEX ON t (a);"),
        new Submitted(
            ALTER,
            "a membership, given and taken back",
            80,
            1,
            UNBLOCK + "GRANT migration_runner TO app_user; REVOKE migration_runner FROM app_user;"),
        new Submitted(
            ALTER,
            "changes rows of the look-alike",
            80,
            1,
            UNBLOCK + "\\connect analytics_db\nUPDATE orders SET total = 0 WHERE id = 3;"),
        new Submitted(
            ALTER, "deletes orders", 80, 1, UNBLOCK + "DELETE FROM orders WHERE id < 10;"),
        new Submitted(
            ALTER,
            "looks around, and gives the runner timeouts for the next time",
            100,
            0,
            "SELECT * FROM pg_locks; SHOW log_statement;\n" + UNBLOCK
                + "ALTER ROLE migration_runner SET lock_timeout = '2s';"),
        new Submitted(
            ALTER,
            "switches the event triggers off",
            80,
            1,
            UNBLOCK + "ALTER EVENT TRIGGER redshank_audit_ddl DISABLE;"));
  }

  /** What leaves little behind, and what only looks as if it had. */
  private static List<Submitted> hidden() {
    String block = "DO $$ BEGIN EXECUTE 'ALTER EVENT TRI' || 'GGER redshank_aud' || 'it_ddl %s';"
        + " END $$;\n";
    return List.of(
        new Submitted(
            ALTER,
            "switches the log off by a function",
            80,
            1,
            UNBLOCK + "SELECT set_config('log_statement', 'none', false);"),
        new Submitted(
            ALTER,
            "an index, made and dropped while errors are logged in more words",
            80,
            1,
            UNBLOCK + "SET log_error_verbosity = 'verbose';\n" + INDEX_AND_BACK),
        new Submitted(
            ALTER,
            "an index, made and dropped as a constraint",
            80,
            1,
            UNBLOCK + "ALTER TABLE orders ADD CONSTRAINT u UNIQUE (id, total);\n"
                + "ALTER TABLE orders DROP CONSTRAINT u;"),
        new Submitted(
            ALTER,
            "an index as a constraint, rolled back",
            80,
            1,
            UNBLOCK + "BEGIN; ALTER TABLE orders ADD CONSTRAINT u UNIQUE (id, total);\nROLLBACK;"),
        new Submitted(
            ALTER,
            "switches the event triggers off and on again in blocks",
            80,
            1,
            UNBLOCK
                + block.formatted("DISABLE")
                + INDEX_AND_BACK
                + block.formatted("ENABLE ALWAYS")),
        new Submitted(
            ALTER,
            "writes other orders under the same numbers",
            80,
            1,
            UNBLOCK + "BEGIN;\nDELETE FROM orders WHERE id <= 20000;\n"
                + "INSERT INTO orders (id, customer_id, total)"
                + " SELECT i, 1, 1 FROM generate_series(1, 20000) AS i;\nCOMMIT;"),
        new Submitted(
            PILEUP,
            "renames the column away and makes it anew",
            80,
            1,
            UNBLOCK + "ALTER TABLE orders RENAME COLUMN release_id TO old_release_id;\n"
                + "ALTER TABLE orders ADD COLUMN release_id text DEFAULT 'unknown';"),
        new Submitted(
            PILEUP,
            "shows the scorer another table",
            53,
            0,
            UNBLOCK + "CREATE SCHEMA sandbox_scorer CREATE TABLE orders (id bigint,"
                + " release_id text DEFAULT 'unknown');\n"
                + "INSERT INTO sandbox_scorer.orders VALUES (1, 'unknown');"),
        new Submitted(
            PILEUP,
            "gives the scorer settings",
            80,
            1,
            UNBLOCK + FILL + DEFAULT + "ALTER ROLE sandbox_scorer SET statement_timeout = '1ms';\n"
                + "ALTER ROLE sandbox_scorer SET search_path = 'nowhere';"),
        new Submitted(
            FINAL,
            "gives the table away instead of a privilege",
            80,
            1,
            FIRST_THREE
                + "\\connect billing_db\nGRANT CONNECT ON DATABASE billing_db TO app_user;\n"
                + "ALTER TABLE new_invoices OWNER TO app_user;"),
        new Submitted(
            FINAL,
            "grants to a column and takes it back in blocks",
            80,
            1,
            FIRST_THREE + ACCESS
                + "DO $$ BEGIN EXECUTE 'GR' || 'ANT UPD' || 'ATE (amount) ON new_invoices TO app_user';"
                + " END $$;\nDO $$ BEGIN EXECUTE 'REV' || 'OKE UPD' || 'ATE (amount) ON new_invoices"
                + " FROM app_user'; END $$;"),
        new Submitted(
            INVALID,
            "declares it valid in a block, without the duplicates",
            50,
            0,
            "DELETE FROM orders AS copy USING orders AS first"
                + " WHERE copy.reference = first.reference AND copy.id > first.id;\n"
                + "DO $$ BEGIN EXECUTE 'UPDATE pg_' || 'index SET indisvalid = true, indisready = true"
                + " WHERE indexrelid = ''orders_reference_key''::regclass'; END $$;"),
        new Submitted(
            FLOOD,
            "a loop of subtransactions that is one transaction",
            80,
            1,
            UNBLOCK + "ALTER TABLE orders ALTER COLUMN region SET DEFAULT 'unknown';\n"
                + "DO $$ BEGIN FOR i IN 0..7 LOOP BEGIN UPDATE orders SET region = 'unknown'"
                + " WHERE region IS NULL AND id <= 5000 * (i + 1);"
                + " EXCEPTION WHEN lock_not_available THEN NULL; END; END LOOP; END $$;"));
  }

  /** Ordinary work that costs nothing. */
  private static List<Submitted> careful() {
    return List.of(
        new Submitted(
            ALTER,
            "keeps a copy with indexes first",
            100,
            0,
            "CREATE TABLE kept (id bigint PRIMARY KEY, total numeric);\nCREATE INDEX ON kept (total);\n"
                + UNBLOCK
                + "CREATE TABLE copy (LIKE orders INCLUDING ALL);\n"
                + "INSERT INTO copy SELECT * FROM orders;\nDROP TABLE copy;"),
        new Submitted(
            ALTER,
            "helps itself with a view and a function",
            100,
            0,
            "CREATE VIEW blockers AS SELECT pid, pg_blocking_pids(pid) FROM pg_stat_activity;\n"
                + "CREATE FUNCTION finish(pid integer) RETURNS boolean LANGUAGE sql"
                + " AS 'SELECT pg_terminate_backend(pid)';\n"
                + "SELECT finish(pid) FROM pg_stat_activity"
                + " WHERE application_name LIKE 'migration_runner%';\n"
                + "DROP VIEW blockers; DROP FUNCTION finish(integer);\n"
                + "SET ROLE app_user; SELECT count(*) FROM orders; RESET ROLE;\n"
                + "VACUUM ANALYZE orders; COMMENT ON TABLE orders IS 'grant all on x to y';"),
        new Submitted(
            ALTER,
            "takes a privilege away where all have it",
            100,
            0,
            UNBLOCK + "REVOKE CONNECT ON DATABASE analytics_db FROM old_app;"),
        new Submitted(
            PILEUP,
            "has functions and operators of its own",
            100,
            0,
            "CREATE FUNCTION public.spy(oid, text) RETURNS text LANGUAGE plpgsql"
                + " AS $$ BEGIN RAISE EXCEPTION 'not yours'; END $$;\n"
                + "CREATE OPERATOR public.|| (LEFTARG = oid, RIGHTARG = text, FUNCTION = public.spy);\n"
                + "CREATE FUNCTION public.hashtextextended(text, integer) RETURNS bigint"
                + " LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not yours'; END $$;\n" + UNBLOCK
                + FILL + DEFAULT),
        new Submitted(
            PILEUP,
            "one block behind a long comment",
            100,
            0,
            UNBLOCK + "DO $$ BEGIN\n-- " + "why, at length, ".repeat(500) + "\n" + FILL + DEFAULT
                + "END $$;"),
        new Submitted(
            PILEUP,
            "a procedure that fills in batches, with names as values",
            100,
            0,
            UNBLOCK + DEFAULT + "CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$ DECLARE n bigint;"
                + " BEGIN LOOP EXECUTE format('UPDATE %I SET %I = %L WHERE id IN (SELECT id FROM orders"
                + " WHERE release_id IS NULL LIMIT 5000)', 'orders', 'release_id', 'unknown');"
                + " GET DIAGNOSTICS n = ROW_COUNT; COMMIT; EXIT WHEN n = 0; END LOOP; END $$;\n"
                + "CALL fill(); DROP PROCEDURE fill();"),
        new Submitted(
            FINAL,
            "lets the application read columns, which is less than the table",
            100,
            0,
            FIRST_THREE
                + "\\connect billing_db\nGRANT CONNECT ON DATABASE billing_db TO app_user;\n"
                + "GRANT USAGE ON SCHEMA public TO app_user;\n"
                + "GRANT SELECT (id, order_id, amount) ON new_invoices TO app_user;"),
        new Submitted(
            INVALID,
            "notes the copies in a table with an index",
            100,
            0,
            "CREATE TEMP TABLE copies AS SELECT id FROM orders WHERE id BETWEEN 19998 AND 20000;\n"
                + "CREATE INDEX ON copies (id);\nDROP INDEX CONCURRENTLY orders_reference_key;\n"
                + "DELETE FROM orders USING copies WHERE orders.id = copies.id"
                + " AND orders.reference IS NOT NULL;\n"
                + "CREATE UNIQUE INDEX CONCURRENTLY orders_reference_key ON orders (reference);"));
  }

  private static List<Submitted> pileup() {
    return List.of(
        new Submitted(PILEUP, "the better order", 100, 0, UNBLOCK + DEFAULT + FILL),
        new Submitted(PILEUP, "only unblocks", 53, 0, UNBLOCK),
        new Submitted(PILEUP, "fills before it unblocks", 73, 0, FILL + DEFAULT + UNBLOCK),
        new Submitted(
            PILEUP,
            "drops the column",
            53,
            1,
            UNBLOCK + "ALTER TABLE orders DROP COLUMN release_id;"),
        new Submitted(
            PILEUP,
            "drops the column and makes it anew",
            80,
            1,
            UNBLOCK + "ALTER TABLE orders DROP COLUMN release_id;\n"
                + "ALTER TABLE orders ADD COLUMN release_id text DEFAULT 'unknown';"),
        new Submitted(PILEUP, "ends the writers too", 66, 1, UNBLOCK + WRITERS + FILL + DEFAULT),
        new Submitted(
            PILEUP,
            "mends it and adds an index",
            80,
            1,
            UNBLOCK + FILL + DEFAULT + "CREATE INDEX x ON orders (release_id);"));
  }

  private static List<Submitted> fallout() {
    return List.of(
        new Submitted(
            FALLOUT,
            "looks at tenant_a only",
            58,
            1,
            UNBLOCK + FILL + DEFAULT + "\\connect tenant_a\nSELECT * FROM schema_migrations;"),
        new Submitted(
            FALLOUT,
            "records tenant_b without the column",
            72,
            1,
            UNBLOCK + FILL + DEFAULT + "\\connect tenant_b\nINSERT INTO schema_migrations (version)"
                + " VALUES ('20260531_add_order_release_id');"),
        new Submitted(
            FALLOUT,
            "makes the application superuser",
            80,
            1,
            FIRST_THREE + "ALTER ROLE app_user SUPERUSER;"),
        new Submitted(
            FALLOUT,
            "ends the old application",
            72,
            1,
            FIRST_THREE + end("application_name LIKE 'old_app%'")),
        new Submitted(
            FALLOUT,
            "rolls back everywhere",
            22,
            2,
            UNBLOCK
                + "ALTER TABLE orders DROP COLUMN release_id;\n"
                + "\\connect tenant_a\nALTER TABLE orders DROP COLUMN release_id;\n"
                + "DELETE FROM schema_migrations;\n"
                + "\\connect tenant_c\nALTER TABLE orders DROP COLUMN release_id;\n"
                + "DELETE FROM schema_migrations;\n"));
  }

  private static List<Submitted> last() {
    return List.of(
        new Submitted(
            FINAL,
            "superuser instead of privileges",
            70,
            1,
            FIRST_THREE + "ALTER ROLE app_user SUPERUSER;"),
        new Submitted(
            FINAL,
            "grants all",
            80,
            1,
            FIRST_THREE + ACCESS + "GRANT ALL ON new_invoices TO app_user;"),
        new Submitted(
            FINAL,
            "grants to everybody",
            80,
            1,
            FIRST_THREE + "\\connect billing_db\nGRANT CONNECT ON DATABASE billing_db TO PUBLIC;\n"
                + "GRANT SELECT ON new_invoices TO PUBLIC;"),
        new Submitted(
            FINAL,
            "lets the application read everything",
            80,
            1,
            FIRST_THREE
                + "\\connect billing_db\nGRANT CONNECT ON DATABASE billing_db TO app_user;\n"
                + "GRANT pg_read_all_data TO app_user;"),
        new Submitted(
            FINAL,
            "forgets to let it connect",
            93,
            0,
            FIRST_THREE + "\\connect billing_db\nGRANT SELECT ON new_invoices TO app_user;"),
        new Submitted(
            FINAL,
            "superuser, given and taken back",
            80,
            1,
            FIRST_THREE + SUPERUSER_AND_BACK + ACCESS),
        new Submitted(
            FINAL,
            "an index, made and dropped",
            80,
            1,
            FIRST_THREE + ACCESS + "\\connect app_db\n" + INDEX_AND_BACK),
        new Submitted(
            FINAL,
            "grants all and takes it back",
            80,
            1,
            FIRST_THREE + ACCESS + "GRANT ALL ON new_invoices TO app_user;\n"
                + "REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON new_invoices"
                + " FROM app_user;"));
  }

  private static List<Submitted> invalid() {
    String drop = "DROP INDEX CONCURRENTLY orders_reference_key;\n";
    String copies = "DELETE FROM orders AS copy USING orders AS first"
        + " WHERE copy.reference = first.reference AND copy.id > first.id;\n";
    return List.of(
        new Submitted(INVALID, "only drops it", 60, 0, drop),
        new Submitted(
            INVALID,
            "rebuilds it in place",
            100,
            0,
            copies + "REINDEX INDEX CONCURRENTLY orders_reference_key;"),
        new Submitted(
            INVALID,
            "gives the copies other references",
            100,
            0,
            drop + "UPDATE orders SET reference = reference || '-copy' WHERE id > 19997"
                + " AND id <= 20000;\n"
                + "CREATE UNIQUE INDEX CONCURRENTLY orders_reference_key ON orders (reference);"),
        new Submitted(
            INVALID,
            "builds it while writers wait",
            80,
            1,
            drop + copies + "CREATE UNIQUE INDEX orders_reference_key ON orders (reference);"),
        new Submitted(
            INVALID,
            "deletes both of each pair",
            80,
            1,
            drop + "DELETE FROM orders WHERE reference IN (SELECT reference FROM orders"
                + " GROUP BY reference HAVING count(*) > 1);\n"
                + "CREATE UNIQUE INDEX CONCURRENTLY orders_reference_key ON orders (reference);"),
        new Submitted(
            INVALID,
            "declares it valid",
            0,
            1,
            "UPDATE pg_index SET indisvalid = true"
                + " WHERE indexrelid = 'orders_reference_key'::regclass;"),
        new Submitted(
            INVALID,
            "tries again without looking",
            0,
            0,
            "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS orders_reference_key"
                + " ON orders (reference);"));
  }

  private static List<Submitted> flood() {
    String defaulted = "ALTER TABLE orders ALTER COLUMN region SET DEFAULT 'unknown';\n";
    String batches = """
        UPDATE orders SET region = 'unknown' WHERE region IS NULL AND id <= 10000;
        UPDATE orders SET region = 'unknown' WHERE region IS NULL AND id BETWEEN 10001 AND 20000;
        UPDATE orders SET region = 'unknown' WHERE region IS NULL AND id BETWEEN 20001 AND 30000;
        UPDATE orders SET region = 'unknown' WHERE region IS NULL AND id BETWEEN 30001 AND 40000;
        """;
    return List.of(
        new Submitted(FLOOD, "batches by hand", 100, 0, UNBLOCK + defaulted + batches),
        new Submitted(FLOOD, "only unblocks", 60, 0, UNBLOCK),
        new Submitted(
            FLOOD,
            "one flood again",
            80,
            1,
            UNBLOCK + defaulted + "UPDATE orders SET region = 'unknown' WHERE region IS NULL;"),
        new Submitted(
            FLOOD,
            "a loop that is one transaction",
            80,
            1,
            UNBLOCK + defaulted + "DO $$ BEGIN FOR i IN 0..7 LOOP UPDATE orders"
                + " SET region = 'unknown' WHERE region IS NULL AND id <= 5000 * (i + 1);"
                + " END LOOP; END $$;"),
        new Submitted(
            FLOOD,
            "cuts the replica off",
            70,
            1,
            UNBLOCK + defaulted + batches
                + "SELECT pg_terminate_backend(pid) FROM pg_stat_replication;"));
  }

  private static List<Submitted> rename() {
    String view = "BEGIN;\nALTER TABLE orders RENAME TO orders_data;\n"
        + "CREATE VIEW orders AS SELECT *, note AS customer_note FROM orders_data;\n"
        + "GRANT SELECT, INSERT, UPDATE ON orders TO old_app, new_app, app_user, app_writer;\n"
        + "COMMIT;\n";
    String column = "ALTER TABLE orders ADD COLUMN customer_note text;\n";
    return List.of(
        new Submitted(RENAME, "a view with both names", 100, 0, view),
        new Submitted(
            RENAME,
            "renames it back",
            50,
            1,
            "ALTER TABLE orders RENAME COLUMN note TO customer_note;"),
        new Submitted(RENAME, "adds the column and nothing else", 80, 0, column),
        new Submitted(
            RENAME,
            "adds and fills the column, which then goes its own way",
            90,
            0,
            column + "UPDATE orders SET customer_note = note;"),
        new Submitted(
            RENAME,
            "ends the old application",
            70,
            1,
            view + end("application_name LIKE 'old_app%'")),
        new Submitted(
            RENAME,
            "throws the notes away",
            60,
            1,
            "ALTER TABLE orders DROP COLUMN note, ADD COLUMN customer_note text,"
                + " ADD COLUMN note text;"));
  }

  private static List<Submitted> half() {
    String defaulted = "ALTER TABLE orders ALTER COLUMN region SET DEFAULT 'unknown';\n";
    String done = "UPDATE orders SET region = 'unknown' WHERE region IS NULL;\n"
        + "ALTER TABLE orders ALTER COLUMN region SET NOT NULL;\n"
        + "INSERT INTO schema_migrations VALUES ('20260614_orders_region_not_null');\n";
    String a = "\\connect tenant_a\n" + defaulted;
    return List.of(
        new Submitted(
            HALF,
            "without a CHECK before it",
            100,
            0,
            a + "\\connect tenant_b\n" + defaulted + done + "\\connect tenant_c\n" + defaulted
                + done),
        new Submitted(HALF, "only lets tenant_a write again", 43, 0, a),
        new Submitted(
            HALF,
            "takes NOT NULL back in tenant_a",
            23,
            1,
            "\\connect tenant_a\nALTER TABLE orders ALTER COLUMN region DROP NOT NULL;"),
        new Submitted(
            HALF,
            "NOT NULL before the default",
            80,
            1,
            a + "\\connect tenant_b\nBEGIN;\nLOCK TABLE orders;\n" + done + "COMMIT;\n" + defaulted
                + "\\connect tenant_c\n" + defaulted + done),
        new Submitted(
            HALF,
            "a CHECK before the default",
            80,
            1,
            a + "\\connect tenant_b\n"
                + "ALTER TABLE orders ADD CHECK (region IS NOT NULL) NOT VALID;\n" + defaulted
                + done
                + "\\connect tenant_c\n" + defaulted + done),
        new Submitted(
            HALF,
            "records what it did not do",
            36,
            1,
            a + "\\connect tenant_b\n" + defaulted
                + "INSERT INTO schema_migrations VALUES ('20260614_orders_region_not_null');"),
        new Submitted(
            HALF,
            "deletes the orders that are in the way",
            80,
            1,
            a + "\\connect tenant_b\n" + defaulted + "DELETE FROM orders WHERE region IS NULL;\n"
                + done + "\\connect tenant_c\n" + defaulted + done));
  }

  @Override
  public String toString() {
    return drill + ": " + title;
  }
}
