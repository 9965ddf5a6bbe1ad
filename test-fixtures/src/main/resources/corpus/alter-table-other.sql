--# kind: ALTER TABLE | rename to
ALTER TABLE orders RENAME TO purchases;
--# kind: ALTER TABLE | rename to
ALTER TABLE IF EXISTS public.orders RENAME TO "Purchases";
--# kind: ALTER TABLE | rename to
ALTER TABLE "public"."orders" RENAME TO "order.archive";
--# kind: ALTER TABLE | rename to
ALTER TABLE orders * RENAME TO rename;
--# kind: ALTER TABLE | set schema
ALTER TABLE orders SET SCHEMA billing;
--# kind: ALTER TABLE | set schema
ALTER TABLE IF EXISTS ONLY "public".orders SET SCHEMA "my schema";
--# kind: ALTER TABLE | owner to
ALTER TABLE orders OWNER TO app_user;
--# kind: ALTER TABLE | owner to
ALTER TABLE orders OWNER TO CURRENT_USER;
--# kind: ALTER TABLE | owner to, owner to, owner to
ALTER TABLE orders OWNER TO SESSION_USER, OWNER TO CURRENT_ROLE, OWNER TO "App User";
--# kind: ALTER TABLE | set tablespace
ALTER TABLE orders SET TABLESPACE pg_default;
--# kind: ALTER TABLE | set tablespace, set storage parameters
ALTER TABLE orders SET TABLESPACE fast_disk, SET (fillfactor = 80);
--# kind: ALTER TABLE | all in tablespace
ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE fast_disk;
--# kind: ALTER TABLE | all in tablespace
ALTER TABLE ALL IN TABLESPACE pg_default OWNED BY app_user, CURRENT_USER SET TABLESPACE fast_disk NOWAIT;
--# kind: ALTER TABLE | set logged
ALTER TABLE orders SET LOGGED;
--# kind: ALTER TABLE | set unlogged
ALTER TABLE ONLY orders SET UNLOGGED;
--# kind: ALTER TABLE | set access method [15+]
ALTER TABLE orders SET ACCESS METHOD heap;
--# kind: ALTER TABLE | set access method [17+]
ALTER TABLE orders SET ACCESS METHOD DEFAULT;
--# kind: ALTER TABLE | set without oids
ALTER TABLE orders SET WITHOUT OIDS;
--# kind: ALTER TABLE | set without cluster
ALTER TABLE orders SET WITHOUT CLUSTER;
--# kind: ALTER TABLE | cluster on
ALTER TABLE orders CLUSTER ON orders_customer_idx;
--# kind: ALTER TABLE | set storage parameters
ALTER TABLE orders SET (fillfactor = 70);
--# kind: ALTER TABLE | set storage parameters
ALTER TABLE orders SET (autovacuum_enabled = false, toast.autovacuum_enabled = off, autovacuum_vacuum_scale_factor = 0.01, parallel_workers = 4);
--# kind: ALTER TABLE | set storage parameters
ALTER TABLE orders SET (user_catalog_table, vacuum_truncate = ON, toast_tuple_target = 4080);
--# kind: ALTER TABLE | set storage parameters
ALTER TABLE orders SET (autovacuum_analyze_threshold = 1e3, log_autovacuum_min_duration = -1, vacuum_index_cleanup = 'auto');
--# kind: ALTER TABLE | reset storage parameters
ALTER TABLE orders RESET (fillfactor, toast.autovacuum_enabled);
--# kind: ALTER TABLE | reset storage parameters, set storage parameters
alter table orders reset (fillfactor), set (fillfactor=100);
--# kind: ALTER TABLE | inherit
ALTER TABLE orders INHERIT base_table;
--# kind: ALTER TABLE | no inherit
ALTER TABLE orders NO INHERIT public."Base";
--# kind: ALTER TABLE | of
ALTER TABLE orders OF pair;
--# kind: ALTER TABLE | not of
ALTER TABLE orders NOT OF;
--# kind: ALTER TABLE | replica identity
ALTER TABLE orders REPLICA IDENTITY FULL;
--# kind: ALTER TABLE | replica identity
ALTER TABLE orders REPLICA IDENTITY NOTHING;
--# kind: ALTER TABLE | replica identity
ALTER TABLE orders REPLICA IDENTITY DEFAULT;
--# kind: ALTER TABLE | replica identity
ALTER TABLE ONLY orders REPLICA IDENTITY USING INDEX orders_note_uidx;
--# kind: ALTER TABLE | enable row level security
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
--# kind: ALTER TABLE | disable row level security
ALTER TABLE orders DISABLE ROW LEVEL SECURITY;
--# kind: ALTER TABLE | force row level security
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
--# kind: ALTER TABLE | no force row level security
ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;
--# kind: ALTER TABLE | enable row level security, force row level security
ALTER TABLE orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--# kind: ALTER TABLE | disable trigger
ALTER TABLE orders DISABLE TRIGGER orders_touch;
--# kind: ALTER TABLE | disable trigger
ALTER TABLE orders DISABLE TRIGGER ALL;
--# kind: ALTER TABLE | disable trigger
ALTER TABLE orders DISABLE TRIGGER USER;
--# kind: ALTER TABLE | enable trigger
ALTER TABLE orders ENABLE TRIGGER "orders_touch";
--# kind: ALTER TABLE | enable trigger, enable trigger
ALTER TABLE orders ENABLE TRIGGER ALL, ENABLE TRIGGER USER;
--# kind: ALTER TABLE | enable replica trigger
ALTER TABLE orders ENABLE REPLICA TRIGGER orders_touch;
--# kind: ALTER TABLE | enable always trigger
ALTER TABLE orders ENABLE ALWAYS TRIGGER orders_touch;
--# kind: ALTER TABLE | disable rule
ALTER TABLE orders DISABLE RULE keep;
--# kind: ALTER TABLE | enable rule
ALTER TABLE orders ENABLE RULE keep;
--# kind: ALTER TABLE | enable replica rule
ALTER TABLE orders ENABLE REPLICA RULE keep;
--# kind: ALTER TABLE | enable always rule
ALTER TABLE orders ENABLE ALWAYS RULE keep;
--# kind: ALTER TABLE | attach partition
ALTER TABLE events ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
--# kind: ALTER TABLE | attach partition
ALTER TABLE IF EXISTS public.events ATTACH PARTITION archive."events 2019" FOR VALUES FROM (MINVALUE) TO (timestamptz '2020-01-01 00:00:00+00');
--# kind: ALTER TABLE | attach partition
ALTER TABLE events ATTACH PARTITION events_rest DEFAULT;
--# kind: ALTER TABLE | attach partition
ALTER TABLE events ATTACH PARTITION events_list FOR VALUES IN ('a', 'b;c', NULL);
--# kind: ALTER TABLE | attach partition
ALTER TABLE events ATTACH PARTITION events_h0 FOR VALUES WITH (MODULUS 4, REMAINDER 0);
--# kind: ALTER TABLE | attach partition
ALTER TABLE events ATTACH PARTITION events_multi FOR VALUES FROM (1, 'a', MINVALUE) TO (10 + 1, lower('B'), MAXVALUE);
--# kind: ALTER TABLE | detach partition
ALTER TABLE events DETACH PARTITION events_2024;
--# kind: ALTER TABLE | detach partition
ALTER TABLE events DETACH PARTITION public.events_2024 CONCURRENTLY;
--# kind: ALTER TABLE | detach partition
ALTER TABLE IF EXISTS events DETACH PARTITION "events_2024" FINALIZE;
--# kind: ALTER TABLE | add column, drop column, set data type, set default, set not null, add constraint, owner to, replica identity
ALTER TABLE IF EXISTS ONLY public.orders
  ADD COLUMN a int,
  DROP COLUMN IF EXISTS b CASCADE,
  ALTER COLUMN c TYPE text USING c::text,
  ALTER COLUMN d SET DEFAULT 0,
  ALTER COLUMN d SET NOT NULL,
  ADD CONSTRAINT e CHECK (a > 0) NOT VALID,
  OWNER TO app_user,
  REPLICA IDENTITY FULL;
--# kind: ALTER TABLE | disable trigger, set storage parameters, validate constraint, enable trigger
ALTER TABLE orders DISABLE TRIGGER USER, SET (fillfactor=90), VALIDATE CONSTRAINT x, ENABLE TRIGGER USER;
--# kind: ALTER TABLE | set access method, set logged, cluster on, set without cluster [15+]
ALTER TABLE orders SET ACCESS METHOD "heap", SET LOGGED, CLUSTER ON "My Idx", SET WITHOUT CLUSTER;
--# kind: ALTER FOREIGN TABLE | options
ALTER FOREIGN TABLE remote_orders OPTIONS (ADD fetch_size '100', SET table_name 'o', DROP updatable);
--# kind: ALTER FOREIGN TABLE | owner to, inherit, no inherit, enable trigger, disable trigger, set without oids
ALTER FOREIGN TABLE IF EXISTS remote_orders OWNER TO app_user, INHERIT p, NO INHERIT q, ENABLE TRIGGER t, DISABLE TRIGGER ALL, SET WITHOUT OIDS;
--# kind: ALTER FOREIGN TABLE | rename to
ALTER FOREIGN TABLE remote_orders RENAME TO far_orders;
--# kind: ALTER FOREIGN TABLE | set schema
ALTER FOREIGN TABLE IF EXISTS remote_orders SET SCHEMA billing;
--# kind: ALTER FOREIGN TABLE | set data type, set default, drop default, set not null, drop not null, set statistics, set storage
ALTER FOREIGN TABLE remote_orders ALTER a TYPE text, ALTER a SET DEFAULT 'x', ALTER a DROP DEFAULT, ALTER a SET NOT NULL, ALTER a DROP NOT NULL, ALTER a SET STATISTICS 5, ALTER a SET STORAGE plain;
--# kind: ALTER FOREIGN TABLE | add constraint, validate constraint, drop constraint, drop column
ALTER FOREIGN TABLE remote_orders ADD CONSTRAINT c CHECK (a > 0) NOT VALID, VALIDATE CONSTRAINT c, DROP CONSTRAINT IF EXISTS c, DROP COLUMN a;
--# kind: ALTER TABLE | owner to
ALTER TABLE open_orders OWNER TO app_user;
--# kind: ALTER TABLE | rename to
ALTER TABLE order_number_seq RENAME TO order_no_seq;
--# kind: ALTER TABLE | rename column
ALTER TABLE open_orders RENAME COLUMN total TO sum;
--# kind: ALTER TABLE | set storage parameters
ALTER TABLE open_orders SET (security_barrier);
--# kind: ALTER TABLE | owner to
ALTER TABLE app_db.public.orders OWNER TO app_user;
