--# kind: CREATE INDEX
CREATE INDEX orders_note_idx ON orders (note);
--# kind: CREATE INDEX
CREATE INDEX ON orders (note);
--# kind: CREATE INDEX
CREATE UNIQUE INDEX orders_note_key ON public.orders (note);
--# kind: CREATE INDEX
CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);
--# kind: CREATE INDEX
CREATE INDEX CONCURRENTLY ON orders (note);
--# kind: CREATE INDEX
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "Orders Note" ON public."orders" ("note");
--# kind: CREATE INDEX
CREATE INDEX IF NOT EXISTS orders_note_idx ON orders USING btree (note);
--# kind: CREATE INDEX
create index concurrently if not exists orders_note_idx on only orders using hash (note);
--# kind: CREATE INDEX
CREATE INDEX events_at_idx ON ONLY events (happened_at);
--# kind: CREATE INDEX
CREATE INDEX i ON orders * (note);
--# kind: CREATE INDEX
CREATE INDEX i ON orders (lower(note));
--# kind: CREATE INDEX
CREATE INDEX i ON orders ((total * 2), (note || ';'), id);
--# kind: CREATE INDEX
CREATE INDEX i ON orders (note COLLATE "C" ASC NULLS FIRST, total DESC NULLS LAST, id DESC);
--# kind: CREATE INDEX
CREATE INDEX i ON orders (note text_pattern_ops, note COLLATE pg_catalog."C" pg_catalog.text_pattern_ops DESC);
--# kind: CREATE INDEX
CREATE INDEX i ON orders USING gist (note gist_trgm_ops (siglen = 32));
--# kind: CREATE INDEX
CREATE INDEX i ON orders USING gin (note gin_trgm_ops, (note::jsonb) jsonb_path_ops) WITH (fastupdate = off, gin_pending_list_limit = 4096);
--# kind: CREATE INDEX
CREATE INDEX i ON orders USING brin (placed_at timestamptz_minmax_multi_ops (values_per_range = 16)) WITH (pages_per_range = 32, autosummarize);
--# kind: CREATE INDEX
CREATE INDEX i ON orders USING spgist (note);
--# kind: CREATE INDEX
CREATE INDEX i ON orders (customer_id) INCLUDE (total, note);
--# kind: CREATE INDEX [15+]
CREATE UNIQUE INDEX i ON orders (note) NULLS NOT DISTINCT;
--# kind: CREATE INDEX [15+]
CREATE UNIQUE INDEX i ON orders (note) INCLUDE (id) NULLS DISTINCT WITH (fillfactor = 70, deduplicate_items = off) TABLESPACE pg_default WHERE status = 'new' AND note IS NOT NULL;
--# kind: CREATE INDEX
CREATE INDEX i ON orders (placed_at) WHERE (status <> ALL (ARRAY['a', 'b']));
--# kind: CREATE INDEX
CREATE INDEX i ON orders (coalesce(note, ''), date_trunc('day', placed_at AT TIME ZONE 'UTC'));
--# kind: CREATE INDEX
CREATE INDEX i ON orders (CAST(note AS integer));
--# kind: CREATE INDEX
CREATE INDEX i ON orders ((note::integer), ((note)::text) varchar_pattern_ops);
--# kind: CREATE INDEX
CREATE INDEX i ON orders (extract(year FROM placed_at)) TABLESPACE fast_disk;
--# kind: CREATE INDEX
CREATE INDEX i ON orders ((CASE WHEN total > 0 THEN 1 END)) WHERE note LIKE 'where;%';
--# kind: CREATE INDEX
CREATE INDEX concurrently_not ON orders ("concurrently");
--# kind: CREATE INDEX
CREATE INDEX "concurrently" ON "only" ("index");
--# kind: CREATE INDEX
CREATE INDEX key ON data (type, value, name);
--# kind: CREATE INDEX
CREATE INDEX if ON orders (note);
--# kind: CREATE INDEX
CREATE UNIQUE /* not CONCURRENTLY */ INDEX -- really
  i
  ON /* the */ orders
  -- the column
  ( note );
--# kind: CREATE INDEX
CREATE INDEX ON "my schema"."my.table" USING "btree" ("a""b" DESC);
--# kind: CREATE INDEX
CREATE INDEX U&"i\006Edex" ON orders (U&"n\006Fte");
--# kind: CREATE INDEX
CREATE INDEX i ON orders (((note)));
--# kind: CREATE INDEX
CREATE INDEX i ON orders (schema1.normalise(note, 'x; y') schema1.ops_class (opt1 = 'v', opt2));
--# kind: DROP INDEX
DROP INDEX orders_customer_idx;
--# kind: DROP INDEX
DROP INDEX IF EXISTS public.orders_customer_idx RESTRICT;
--# kind: DROP INDEX
DROP INDEX a, b, "c d" CASCADE;
--# kind: DROP INDEX
DROP INDEX CONCURRENTLY orders_customer_idx;
--# kind: DROP INDEX
DROP INDEX CONCURRENTLY IF EXISTS public."Orders Note";
--# kind: DROP INDEX
drop index concurrently if exists "a.b"."c", d cascade;
--# kind: DROP INDEX
DROP INDEX "concurrently";
--# kind: ALTER INDEX
ALTER INDEX orders_customer_idx RENAME TO orders_cust_idx;
--# kind: ALTER INDEX
ALTER INDEX IF EXISTS public.orders_customer_idx RENAME TO "Orders, Customer";
--# kind: ALTER INDEX
ALTER INDEX orders_customer_idx SET TABLESPACE pg_default;
--# kind: ALTER INDEX
ALTER INDEX ALL IN TABLESPACE pg_default OWNED BY app_user SET TABLESPACE fast_disk NOWAIT;
--# kind: ALTER INDEX
ALTER INDEX ALL IN TABLESPACE pg_default SET TABLESPACE fast_disk;
--# kind: ALTER INDEX
ALTER INDEX events_at_idx ATTACH PARTITION events_2024_at_idx;
--# kind: ALTER INDEX
ALTER INDEX public.events_at_idx ATTACH PARTITION "archive"."idx";
--# kind: ALTER INDEX
ALTER INDEX orders_customer_idx SET (fillfactor = 75, deduplicate_items = false);
--# kind: ALTER INDEX
ALTER INDEX IF EXISTS orders_customer_idx RESET (fillfactor);
--# kind: ALTER INDEX
ALTER INDEX orders_expr_idx ALTER COLUMN 1 SET STATISTICS 1000;
--# kind: ALTER INDEX
ALTER INDEX orders_expr_idx ALTER 2 SET STATISTICS -1;
--# kind: ALTER INDEX
ALTER INDEX orders_customer_idx DEPENDS ON EXTENSION pg_trgm;
--# kind: ALTER INDEX
ALTER INDEX orders_customer_idx NO DEPENDS ON EXTENSION pg_trgm;
--# kind: REINDEX
REINDEX INDEX orders_customer_idx;
--# kind: REINDEX
REINDEX INDEX CONCURRENTLY public.orders_customer_idx;
--# kind: REINDEX
REINDEX TABLE orders;
--# kind: REINDEX
REINDEX TABLE CONCURRENTLY orders;
--# kind: REINDEX
REINDEX SCHEMA public;
--# kind: REINDEX
REINDEX SCHEMA CONCURRENTLY "my schema";
--# kind: REINDEX
REINDEX DATABASE app_db;
--# kind: REINDEX [16+]
REINDEX DATABASE;
--# kind: REINDEX
REINDEX DATABASE CONCURRENTLY app_db;
--# kind: REINDEX
REINDEX SYSTEM app_db;
--# kind: REINDEX [16+]
REINDEX SYSTEM;
--# kind: REINDEX
REINDEX (VERBOSE) TABLE orders;
--# kind: REINDEX
REINDEX (CONCURRENTLY) INDEX orders_customer_idx;
--# kind: REINDEX
REINDEX (CONCURRENTLY true, VERBOSE false, TABLESPACE fast_disk) TABLE public.orders;
--# kind: REINDEX
reindex (concurrently off, verbose on) index concurrently "Orders Note";
--# kind: REINDEX
REINDEX (TABLESPACE 'pg_default', VERBOSE 1) SCHEMA public;
