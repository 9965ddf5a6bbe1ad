--# kind: ALTER OPERATOR FAMILY
ALTER OPERATOR FAMILY integer_ops USING btree RENAME TO int_ops;
--# kind: ALTER TEXT SEARCH CONFIGURATION
ALTER TEXT SEARCH CONFIGURATION german RENAME TO deutsch;
--# kind: ALTER TEXT SEARCH DICTIONARY
ALTER TEXT SEARCH DICTIONARY simple RENAME TO plain;
--# kind: ALTER SERVER
ALTER SERVER remote RENAME TO "Remote; Two";
--# kind: ALTER TABLESPACE
ALTER TABLESPACE "Fast Disk" RENAME TO fast_disk;
--# kind: ALTER ROLE
ALTER ROLE "App; User" RENAME TO app;
--# kind: ALTER SCHEMA
ALTER SCHEMA "my schema" RENAME TO my_schema;
--# kind: ALTER DATABASE
ALTER DATABASE "app-db" RENAME TO app_db;
--# kind: ALTER VIEW
alter view if exists public.open_orders rename column "total" to "Total";
--# kind: ALTER MATERIALIZED VIEW
ALTER MATERIALIZED VIEW daily RENAME n TO count;
--# kind: ALTER PROCEDURE
ALTER PROCEDURE public.archive(id bigint) RENAME TO "Archive It";
--# kind: ALTER ROUTINE
ALTER ROUTINE archive RENAME TO store;
--# kind: ALTER ROLE
ALTER USER app_user RENAME TO app;
--# kind: ALTER INDEX
ALTER INDEX "my schema"."some idx" RENAME TO some_idx;
--# kind: ALTER SEQUENCE
ALTER SEQUENCE IF EXISTS "Orders_id_seq" RENAME TO orders_id_seq;
--# kind: ALTER TYPE
ALTER TYPE public."Mood" RENAME VALUE 'so-so; meh' TO 'it''s ok';
--# kind: ALTER TYPE
ALTER TYPE "my schema".pair RENAME ATTRIBUTE "A" TO a;
--# kind: ALTER POLICY
ALTER POLICY IF EXISTS "All; rows" ON "my schema"."my.table" RENAME TO all_rows;
--# kind: ALTER TRIGGER
ALTER TRIGGER "on update" ON public.orders RENAME TO on_update;
--# kind: ALTER TABLE | rename column
ALTER TABLE public . orders RENAME COLUMN id TO order_id;
--# kind: ALTER TABLE | rename column
ALTER TABLE
  IF EXISTS -- it may be gone
  "my schema"."my.table"
RENAME
  COLUMN "old;name"
TO /* the new */ new_name;
--# kind: ALTER TABLE | rename to
ALTER TABLE IF EXISTS "Orders" RENAME TO "orders_old; 2024";
--# kind: ALTER TABLE | rename constraint
ALTER TABLE ONLY "my schema"."my.table" RENAME CONSTRAINT "c;1" TO c1;
