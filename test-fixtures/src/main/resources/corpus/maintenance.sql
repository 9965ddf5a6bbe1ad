--# kind: TRUNCATE TABLE
TRUNCATE orders;
--# kind: TRUNCATE TABLE
TRUNCATE TABLE ONLY public.orders, order_items * RESTART IDENTITY CASCADE;
--# kind: TRUNCATE TABLE
truncate table "my schema"."my.table" continue identity restrict;
--# kind: TRUNCATE TABLE
TRUNCATE ONLY (orders), a.b RESTART IDENTITY;
--# kind: TRUNCATE TABLE
TRUNCATE TABLE key;
--# kind: LOCK TABLE
LOCK orders;
--# kind: LOCK TABLE
LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;
--# kind: LOCK TABLE
LOCK TABLE ONLY orders, public.customers IN SHARE ROW EXCLUSIVE MODE NOWAIT;
--# kind: LOCK TABLE
LOCK TABLE orders * IN ACCESS SHARE MODE;
--# kind: LOCK TABLE
LOCK orders IN ROW SHARE MODE;
--# kind: LOCK TABLE
LOCK orders IN ROW EXCLUSIVE MODE NOWAIT;
--# kind: LOCK TABLE
LOCK orders, customers IN SHARE UPDATE EXCLUSIVE MODE;
--# kind: LOCK TABLE
lock table "orders" in share mode;
--# kind: LOCK TABLE
LOCK TABLE orders IN EXCLUSIVE MODE;
--# kind: LOCK TABLE
LOCK orders NOWAIT;
--# kind: VACUUM
VACUUM;
--# kind: VACUUM
VACUUM orders;
--# kind: VACUUM
VACUUM FULL orders;
--# kind: VACUUM
VACUUM FULL FREEZE VERBOSE ANALYZE public.orders (id, note);
--# kind: VACUUM
VACUUM FREEZE;
--# kind: VACUUM
VACUUM VERBOSE ANALYZE;
--# kind: VACUUM
VACUUM (FULL, FREEZE TRUE, VERBOSE, ANALYZE OFF) orders, customers (id);
--# kind: VACUUM
VACUUM (DISABLE_PAGE_SKIPPING, SKIP_LOCKED, INDEX_CLEANUP AUTO, PROCESS_TOAST false, TRUNCATE 0, PARALLEL 2) orders;
--# kind: VACUUM [16+]
VACUUM (PROCESS_MAIN false, SKIP_DATABASE_STATS, BUFFER_USAGE_LIMIT '512 kB') orders;
--# kind: VACUUM [16+]
VACUUM (ONLY_DATABASE_STATS);
--# kind: VACUUM [18+]
VACUUM (FULL) ONLY orders;
--# kind: VACUUM
vacuum (analyze) "my schema"."my.table" ("a b", c);
--# kind: ANALYZE
ANALYZE;
--# kind: ANALYZE
ANALYZE VERBOSE orders;
--# kind: ANALYZE
ANALYZE public.orders (id, "note"), customers;
--# kind: ANALYZE
ANALYZE (VERBOSE, SKIP_LOCKED on) orders;
--# kind: ANALYZE [18+]
ANALYZE (BUFFER_USAGE_LIMIT 1024) ONLY orders;
--# kind: ANALYZE
ANALYSE orders;
--# kind: CLUSTER
CLUSTER;
--# kind: CLUSTER
CLUSTER VERBOSE;
--# kind: CLUSTER
CLUSTER orders USING orders_pkey;
--# kind: CLUSTER
CLUSTER VERBOSE public.orders;
--# kind: CLUSTER
CLUSTER (VERBOSE) "orders" USING "orders_pkey";
--# kind: CLUSTER [17+]
CLUSTER (VERBOSE off);
--# kind: CLUSTER
CLUSTER orders_pkey ON orders;
--# kind: REFRESH MATERIALIZED VIEW
REFRESH MATERIALIZED VIEW daily;
--# kind: REFRESH MATERIALIZED VIEW
REFRESH MATERIALIZED VIEW CONCURRENTLY public.daily;
--# kind: REFRESH MATERIALIZED VIEW
REFRESH MATERIALIZED VIEW daily WITH NO DATA;
--# kind: REFRESH MATERIALIZED VIEW
refresh materialized view concurrently "Daily Revenue" with data;
--# kind: CHECKPOINT
CHECKPOINT;
--# kind: DISCARD ALL
DISCARD ALL;
--# kind: DISCARD PLANS
DISCARD PLANS;
--# kind: DISCARD SEQUENCES
DISCARD SEQUENCES;
--# kind: DISCARD TEMP
DISCARD TEMP;
--# kind: DISCARD TEMP
DISCARD TEMPORARY;
--# kind: LOAD
LOAD 'auto_explain';
--# kind: LOAD
LOAD '$libdir/plugins/x';
