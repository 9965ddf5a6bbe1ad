--# kind: COMMENT
COMMENT ON TABLE orders IS 'it''s the orders; all of them';
--# kind: COMMENT
COMMENT ON TABLE public."orders" IS NULL;
--# kind: COMMENT
COMMENT ON COLUMN orders.note IS $$dollar; 'quoted'$$;
--# kind: COMMENT
COMMENT ON COLUMN public.orders."note" IS E'line\nbreak';
--# kind: COMMENT
COMMENT ON INDEX orders_customer_idx IS '';
--# kind: COMMENT
COMMENT ON CONSTRAINT orders_pkey ON orders IS 'pk';
--# kind: COMMENT
COMMENT ON CONSTRAINT has_at ON DOMAIN email_address IS 'x';
--# kind: COMMENT
COMMENT ON TRIGGER orders_touch ON orders IS 'x';
--# kind: COMMENT
COMMENT ON POLICY own ON orders IS 'x';
--# kind: COMMENT
COMMENT ON RULE keep ON orders IS 'x';
--# kind: COMMENT
COMMENT ON VIEW open_orders IS 'x';
--# kind: COMMENT
COMMENT ON MATERIALIZED VIEW daily IS 'x';
--# kind: COMMENT
COMMENT ON FOREIGN TABLE far IS 'x';
--# kind: COMMENT
COMMENT ON SEQUENCE order_number_seq IS 'x';
--# kind: COMMENT
COMMENT ON FUNCTION total_of(bigint) IS 'x';
--# kind: COMMENT
COMMENT ON FUNCTION total_of IS 'x';
--# kind: COMMENT
COMMENT ON PROCEDURE archive(bigint) IS 'x';
--# kind: COMMENT
COMMENT ON ROUTINE archive(bigint) IS 'x';
--# kind: COMMENT
COMMENT ON AGGREGATE count(*) IS 'x';
--# kind: COMMENT
COMMENT ON OPERATOR + (int, int) IS 'x';
--# kind: COMMENT
COMMENT ON OPERATOR pg_catalog.- (NONE, int) IS 'x';
--# kind: COMMENT
COMMENT ON OPERATOR CLASS int4_ops USING btree IS 'x';
--# kind: COMMENT
COMMENT ON OPERATOR FAMILY integer_ops USING btree IS 'x';
--# kind: COMMENT
COMMENT ON TYPE order_status IS 'x';
--# kind: COMMENT
COMMENT ON DOMAIN email_address IS 'x';
--# kind: COMMENT
COMMENT ON SCHEMA public IS 'x';
--# kind: COMMENT
COMMENT ON DATABASE corpus IS 'x';
--# kind: COMMENT
COMMENT ON EXTENSION plpgsql IS 'x';
--# kind: COMMENT
COMMENT ON ROLE app_user IS 'x';
--# kind: COMMENT
COMMENT ON TABLESPACE pg_default IS 'x';
--# kind: COMMENT
COMMENT ON CAST (int AS bigint) IS 'x';
--# kind: COMMENT
COMMENT ON COLLATION "C" IS 'x';
--# kind: COMMENT
COMMENT ON CONVERSION myconv IS 'x';
--# kind: COMMENT
COMMENT ON EVENT TRIGGER say_tag IS 'x';
--# kind: COMMENT
COMMENT ON FOREIGN DATA WRAPPER fdw IS 'x';
--# kind: COMMENT
COMMENT ON SERVER remote IS 'x';
--# kind: COMMENT
COMMENT ON LANGUAGE plpgsql IS 'x';
--# kind: COMMENT
COMMENT ON PROCEDURAL LANGUAGE plpgsql IS 'x';
--# kind: COMMENT
COMMENT ON LARGE OBJECT 1234 IS 'x';
--# kind: COMMENT
COMMENT ON ACCESS METHOD heap IS 'x';
--# kind: COMMENT
COMMENT ON PUBLICATION p IS 'x';
--# kind: COMMENT
COMMENT ON SUBSCRIPTION s IS 'x';
--# kind: COMMENT
COMMENT ON STATISTICS s IS 'x';
--# kind: COMMENT
COMMENT ON TEXT SEARCH CONFIGURATION german IS 'x';
--# kind: COMMENT
COMMENT ON TEXT SEARCH DICTIONARY simple IS 'x';
--# kind: COMMENT
COMMENT ON TEXT SEARCH PARSER "default" IS 'x';
--# kind: COMMENT
COMMENT ON TEXT SEARCH TEMPLATE simple IS 'x';
--# kind: COMMENT
COMMENT ON TRANSFORM FOR hstore LANGUAGE plpython3u IS 'x';
