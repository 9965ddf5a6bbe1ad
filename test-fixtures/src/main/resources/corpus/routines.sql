--# kind: CREATE FUNCTION
CREATE FUNCTION add(integer, integer) RETURNS integer AS 'select $1 + $2;' LANGUAGE SQL IMMUTABLE RETURNS NULL ON NULL INPUT;
--# kind: CREATE FUNCTION
CREATE OR REPLACE FUNCTION public.add(a integer DEFAULT 1, b integer = 2) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 1
  RETURN a + b;
--# kind: CREATE FUNCTION
CREATE FUNCTION touch_orders(who text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE orders SET note = 'touched; by ' || who WHERE note IS NULL;
  -- don't stop here; there's more
  DELETE FROM orders WHERE total = 0;
END;
$$;
--# kind: CREATE FUNCTION
CREATE OR REPLACE FUNCTION new_order(customer bigint, OUT id bigint, INOUT note text, VARIADIC tags text[])
  LANGUAGE sql
BEGIN ATOMIC
  INSERT INTO orders (id, customer_id, note) VALUES (1, customer, note) RETURNING id, note;
END;
--# kind: CREATE FUNCTION
CREATE FUNCTION nested(n int) RETURNS text LANGUAGE sql
BEGIN ATOMIC
  SELECT 1;
  SELECT CASE WHEN n > 0 THEN 'pos' ELSE CASE n WHEN 0 THEN 'zero' ELSE 'neg' END END;
END;
--# kind: CREATE FUNCTION
CREATE FUNCTION nothing() RETURNS void LANGUAGE sql BEGIN ATOMIC END;
--# kind: CREATE FUNCTION
CREATE FUNCTION rows_of() RETURNS TABLE (id bigint, "Total" numeric) LANGUAGE sql STABLE ROWS 10 AS $f$ SELECT id, total FROM orders $f$;
--# kind: CREATE FUNCTION
CREATE FUNCTION set_of() RETURNS SETOF orders LANGUAGE sql AS 'TABLE orders';
--# kind: CREATE FUNCTION
CREATE FUNCTION c_add(int, int) RETURNS int AS '$libdir/mylib', 'add_them' LANGUAGE C STRICT;
--# kind: CREATE FUNCTION
CREATE FUNCTION f(x orders.total%TYPE) RETURNS orders.id%TYPE LANGUAGE sql AS 'select 1::bigint';
--# kind: CREATE FUNCTION
CREATE FUNCTION secure() RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout TO '1s' SET app.x FROM CURRENT AS $_$ begin return $$x;y$$; end $_$;
--# kind: CREATE FUNCTION
CREATE FUNCTION win() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
--# kind: CREATE FUNCTION
CREATE FUNCTION trf(hstore) RETURNS int LANGUAGE plperl TRANSFORM FOR TYPE hstore, FOR TYPE jsonb EXTERNAL SECURITY INVOKER NOT LEAKPROOF CALLED ON NULL INPUT VOLATILE SUPPORT pg_catalog.x AS $perl$ return 1; $perl$;
--# kind: CREATE FUNCTION
CREATE FUNCTION "Odd Name"("in" text, "out;" text) RETURNS text LANGUAGE 'plpgsql' AS 'begin return ''it''''s; fine''; end';
--# kind: CREATE FUNCTION
CREATE OR REPLACE FUNCTION audit() RETURNS trigger AS $body$
DECLARE
  r record;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  ELSIF NEW.total > 0 THEN
    FOR r IN SELECT * FROM orders LOOP
      EXECUTE format('ALTER TABLE %I ADD COLUMN %I int', 'orders', r.note);
      RAISE NOTICE 'row %; done', r.id USING HINT = 'it''s $$';
    END LOOP;
  END IF;
  CASE WHEN TG_NARGS > 0 THEN NULL; ELSE NULL; END CASE;
  RETURN NEW;
EXCEPTION WHEN unique_violation OR SQLSTATE '22012' THEN
  RETURN NULL;
END
$body$ LANGUAGE plpgsql;
--# kind: CREATE FUNCTION
CREATE FUNCTION poly(anyelement, VARIADIC anyarray) RETURNS anycompatible LANGUAGE sql AS 'select null';
--# kind: CREATE FUNCTION
CREATE FUNCTION on_drop() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no %', tg_tag; END $$;
--# kind: CREATE PROCEDURE
CREATE PROCEDURE move(a int, INOUT b int DEFAULT 0) LANGUAGE plpgsql AS $$ BEGIN COMMIT; ROLLBACK; END; $$;
--# kind: CREATE PROCEDURE
CREATE OR REPLACE PROCEDURE public.insert_data(a bigint, OUT n int) LANGUAGE sql BEGIN ATOMIC INSERT INTO orders (id) VALUES (a); INSERT INTO customers (id) VALUES (a); SELECT 1; END;
--# kind: CREATE PROCEDURE
CREATE PROCEDURE batches() LANGUAGE plpgsql SECURITY INVOKER SET work_mem = '64MB' AS $proc$
DECLARE
  done boolean := false;
BEGIN
  <<outer>>
  WHILE NOT done LOOP
    WITH batch AS (SELECT id FROM orders WHERE note IS NULL LIMIT 1000 FOR UPDATE SKIP LOCKED)
    UPDATE orders o SET note = '' FROM batch WHERE o.id = batch.id;
    done := NOT FOUND;
    COMMIT AND CHAIN;
  END LOOP outer;
END $proc$;
--# kind: ALTER FUNCTION
ALTER FUNCTION total_of(bigint) RENAME TO sum_of;
--# kind: ALTER FUNCTION
ALTER FUNCTION total_of OWNER TO app_user;
--# kind: ALTER FUNCTION
ALTER FUNCTION total_of(IN id bigint) STABLE STRICT COST 10 ROWS 5 SET search_path = public RESET ALL RESTRICT;
--# kind: ALTER FUNCTION
ALTER FUNCTION total_of(bigint) SET SCHEMA billing;
--# kind: ALTER FUNCTION
ALTER FUNCTION total_of(bigint) DEPENDS ON EXTENSION pg_trgm;
--# kind: ALTER FUNCTION
ALTER FUNCTION total_of(bigint) NO DEPENDS ON EXTENSION pg_trgm;
--# kind: ALTER PROCEDURE
ALTER PROCEDURE archive(bigint) SECURITY DEFINER;
--# kind: ALTER PROCEDURE
ALTER PROCEDURE archive RENAME TO store;
--# kind: ALTER ROUTINE
ALTER ROUTINE archive(bigint) OWNER TO CURRENT_ROLE;
--# kind: ALTER ROUTINE
ALTER ROUTINE total_of RESET search_path;
--# kind: DROP FUNCTION
DROP FUNCTION total_of;
--# kind: DROP FUNCTION
DROP FUNCTION IF EXISTS public.total_of(bigint), "Odd Name"(IN text, text) CASCADE;
--# kind: DROP PROCEDURE
DROP PROCEDURE IF EXISTS archive(bigint) RESTRICT;
--# kind: DROP ROUTINE
DROP ROUTINE total_of(bigint), archive;
--# kind: CREATE AGGREGATE
CREATE AGGREGATE total_sum(numeric) (SFUNC = numeric_add, STYPE = numeric, INITCOND = '0');
--# kind: CREATE AGGREGATE
CREATE OR REPLACE AGGREGATE public.many(VARIADIC "any") (SFUNC = f, STYPE = internal, FINALFUNC = g, FINALFUNC_EXTRA, PARALLEL = SAFE);
--# kind: CREATE AGGREGATE
CREATE AGGREGATE ord(float8 ORDER BY anyelement) (SFUNC = f, STYPE = internal, HYPOTHETICAL);
--# kind: CREATE AGGREGATE
CREATE AGGREGATE old (BASETYPE = int, SFUNC = int4pl, STYPE = int);
--# kind: CREATE AGGREGATE
CREATE AGGREGATE cnt(*) (SFUNC = int8inc, STYPE = int8, INITCOND = 0);
--# kind: ALTER AGGREGATE
ALTER AGGREGATE cnt(*) RENAME TO cnt2;
--# kind: ALTER AGGREGATE
ALTER AGGREGATE total_sum(numeric) OWNER TO app_user;
--# kind: ALTER AGGREGATE
ALTER AGGREGATE ord(float8 ORDER BY anyelement) SET SCHEMA billing;
--# kind: DROP AGGREGATE
DROP AGGREGATE IF EXISTS total_sum(numeric), cnt(*) CASCADE;
--# kind: CREATE OPERATOR
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq, COMMUTATOR = ===, NEGATOR = !==, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
--# kind: CREATE OPERATOR
CREATE OPERATOR public.@#@ (PROCEDURE = int4um, RIGHTARG = int);
--# kind: ALTER OPERATOR
ALTER OPERATOR === (int, int) OWNER TO app_user;
--# kind: ALTER OPERATOR
ALTER OPERATOR === (int, int) SET (RESTRICT = NONE, JOIN = eqjoinsel);
--# kind: ALTER OPERATOR [17+]
ALTER OPERATOR === (int, int) SET (MERGES, HASHES, COMMUTATOR = OPERATOR(public.===));
--# kind: ALTER OPERATOR
ALTER OPERATOR @#@ (NONE, int) SET SCHEMA billing;
--# kind: DROP OPERATOR
DROP OPERATOR IF EXISTS === (int, int), public.@#@ (NONE, int) CASCADE;
--# kind: CREATE OPERATOR CLASS
CREATE OPERATOR CLASS my_ops DEFAULT FOR TYPE int USING btree FAMILY integer_ops AS OPERATOR 1 <, OPERATOR 2 <= (int, int), FUNCTION 1 btint4cmp(int, int), STORAGE int;
--# kind: CREATE OPERATOR FAMILY
CREATE OPERATOR FAMILY my_family USING gist;
--# kind: ALTER OPERATOR CLASS
ALTER OPERATOR CLASS my_ops USING btree RENAME TO your_ops;
--# kind: ALTER OPERATOR FAMILY
ALTER OPERATOR FAMILY integer_ops USING btree ADD OPERATOR 1 < (int, text) FOR SEARCH, FUNCTION 1 (int, text) btint4cmp(int, int);
--# kind: ALTER OPERATOR FAMILY
ALTER OPERATOR FAMILY integer_ops USING btree DROP OPERATOR 1 (int, text), FUNCTION 1 (int, text);
--# kind: DROP OPERATOR CLASS
DROP OPERATOR CLASS IF EXISTS my_ops USING btree CASCADE;
--# kind: DROP OPERATOR FAMILY
DROP OPERATOR FAMILY my_family USING gist;
--# kind: CREATE CAST
CREATE CAST (text AS order_status) WITH INOUT AS IMPLICIT;
--# kind: CREATE CAST
CREATE CAST (bigint AS pair) WITH FUNCTION to_pair(bigint, integer) AS ASSIGNMENT;
--# kind: CREATE CAST
CREATE CAST (text AS email_address) WITHOUT FUNCTION;
--# kind: DROP CAST
DROP CAST IF EXISTS (text AS order_status) RESTRICT;
--# kind: CREATE TRANSFORM
CREATE TRANSFORM FOR hstore LANGUAGE plpython3u (FROM SQL WITH FUNCTION hstore_to_plpython(internal), TO SQL WITH FUNCTION plpython_to_hstore(internal));
--# kind: CREATE TRANSFORM
CREATE OR REPLACE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
--# kind: DROP TRANSFORM
DROP TRANSFORM IF EXISTS FOR hstore LANGUAGE plpython3u CASCADE;
--# kind: CREATE ACCESS METHOD
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
--# kind: CREATE ACCESS METHOD
CREATE ACCESS METHOD idx2 TYPE INDEX HANDLER bthandler;
--# kind: DROP ACCESS METHOD
DROP ACCESS METHOD IF EXISTS heap2 CASCADE;
--# kind: CREATE LANGUAGE
CREATE TRUSTED PROCEDURAL LANGUAGE plsample HANDLER plsample_call INLINE plsample_inline VALIDATOR plsample_val;
--# kind: ALTER LANGUAGE
ALTER LANGUAGE plpgsql OWNER TO app_user;
--# kind: ALTER LANGUAGE
ALTER PROCEDURAL LANGUAGE plpgsql RENAME TO pl;
--# kind: DROP LANGUAGE
DROP PROCEDURAL LANGUAGE IF EXISTS plsample CASCADE;
--# kind: CALL
CALL archive(1);
--# kind: CALL
CALL public.archive(id => 1, "Other" := 'x;y');
--# kind: CALL
CALL "Archive"();
--# kind: DO
DO $$ BEGIN NULL; END $$;
--# kind: DO
DO 'begin perform 1; end';
--# kind: DO
DO LANGUAGE plpgsql $do$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['a', 'b;'] LOOP
    EXECUTE 'CREATE TABLE IF NOT EXISTS "' || t || '" (id int)';
  END LOOP;
END
$do$;
--# kind: DO
DO $block$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_type WHERE typname = 'mood') THEN
    CREATE TYPE mood AS ENUM ('a', 'b');
  END IF;
EXCEPTION
  WHEN duplicate_object THEN RAISE NOTICE 'there already; it''s fine';
END;
$block$ LANGUAGE plpgsql;
--# kind: DO
do $ä$ begin perform $$nested; text$$; end $ä$;
