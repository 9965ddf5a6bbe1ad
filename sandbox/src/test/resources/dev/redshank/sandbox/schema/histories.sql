-- What statements build, for the comparison with a server's catalogs. Each history runs in a database of its own.

--# history: columns, keys and the names that PostgreSQL chooses
CREATE TABLE customers (
  id bigint PRIMARY KEY, email varchar(200) NOT NULL UNIQUE, age int CHECK (age > 0), tags text[],
  price numeric(10,2) DEFAULT 0, code char(3), made timestamp(3) with time zone NOT NULL DEFAULT now(),
  CHECK (age < 200 AND length(email) > 3), CHECK (price >= 0), UNIQUE (email, age)
);
CREATE TABLE orders (
  id serial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers, other_id bigint REFERENCES customers (id),
  n bigint GENERATED ALWAYS AS IDENTITY, total int GENERATED ALWAYS AS (1 + 1) STORED,
  CONSTRAINT positive CHECK (n > 0), FOREIGN KEY (customer_id) REFERENCES customers (id)
);
ALTER TABLE orders ADD CHECK (n < 100000000);
ALTER TABLE orders ADD CHECK (n < 200000000);
ALTER TABLE orders ADD CHECK (n < customer_id), ADD CHECK (true);
ALTER TABLE orders ADD COLUMN note text NOT NULL DEFAULT 'x' CHECK (note <> ''), ADD COLUMN seller bigint REFERENCES customers;
ALTER TABLE orders ADD UNIQUE (note), ADD UNIQUE (customer_id, note);

--# history: a UNIQUE on the key of the table makes no second index
CREATE TABLE a (id int PRIMARY KEY UNIQUE, b int UNIQUE, UNIQUE (b));
CREATE TABLE b (x int, y int, UNIQUE (x, y), PRIMARY KEY (x, y));

--# history: names that are taken get a number
CREATE TABLE t_pkey (a int);
CREATE TABLE t (a int PRIMARY KEY, b int CHECK (b > 0) CHECK (b > 1));
CREATE TABLE t_a_seq (a int);
CREATE TABLE s (a int);
ALTER TABLE t ADD CONSTRAINT s_a_fkey CHECK (b < 100);
ALTER TABLE s ADD FOREIGN KEY (a) REFERENCES t;
CREATE INDEX ON t (b);
CREATE INDEX ON t (b);
CREATE INDEX ON t (b, a);

--# history: long names are cut in the middle
CREATE TABLE a_table_with_a_name_that_is_rather_long_for_a_table_name (
  a_column_with_a_name_that_is_also_rather_long_for_a_column int UNIQUE CHECK (a_column_with_a_name_that_is_also_rather_long_for_a_column > 0),
  the_other_column_with_a_name_that_is_long serial,
  CHECK (the_other_column_with_a_name_that_is_long > 0),
  UNIQUE (a_column_with_a_name_that_is_also_rather_long_for_a_column, the_other_column_with_a_name_that_is_long)
);
CREATE TABLE "ärger mit umlauten in einem sehr langen tabellennamen überall" ("größe in metern über dem meeresspiegel" int NOT NULL UNIQUE, id serial PRIMARY KEY);
CREATE INDEX an_index_with_a_name_that_is_longer_than_the_sixty_three_bytes_allowed ON a_table_with_a_name_that_is_rather_long_for_a_table_name (the_other_column_with_a_name_that_is_long);

--# history: indexes without names
CREATE TABLE t (a text, b text, c int, d timestamptz);
CREATE INDEX ON t (lower(a));
CREATE INDEX ON t (lower(a), lower(b));
CREATE INDEX ON t ((c + 1));
CREATE INDEX ON t ((c + 1), (c + 2), a);
CREATE INDEX ON t ((a || b));
CREATE INDEX ON t (c) INCLUDE (a, b);
CREATE UNIQUE INDEX ON t (c DESC NULLS LAST) WHERE c > 0;
CREATE INDEX ON t ((c::text));
CREATE INDEX ON t (coalesce(a, b));
CREATE INDEX ON t ((a IS NULL));
CREATE INDEX ON t USING hash (a);
CREATE INDEX named ON t USING gin (to_tsvector('english', a));
CREATE INDEX ON t (substr(a, 1, 2), substr(b, 1, 2));

--# history: constraints come, become valid, get other names and go
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE t (a int, b int, c bigint);
ALTER TABLE t ADD CONSTRAINT b_present CHECK (b IS NOT NULL) NOT VALID;
ALTER TABLE t ADD CONSTRAINT c_known FOREIGN KEY (c) REFERENCES customers NOT VALID;
ALTER TABLE t ADD CONSTRAINT other CHECK (a > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT b_present;
ALTER TABLE t VALIDATE CONSTRAINT c_known;
ALTER TABLE t ALTER COLUMN b SET NOT NULL;
ALTER TABLE t DROP CONSTRAINT b_present;
ALTER TABLE t RENAME CONSTRAINT c_known TO customer_known;
ALTER TABLE t ADD CONSTRAINT key PRIMARY KEY (a);
ALTER TABLE t RENAME CONSTRAINT key TO t_key;
ALTER INDEX t_key RENAME TO t_the_key;
ALTER TABLE t DROP CONSTRAINT IF EXISTS nothing;
ALTER TABLE t ALTER COLUMN b DROP NOT NULL, ALTER COLUMN b TYPE bigint, ALTER COLUMN c SET DEFAULT 1;
ALTER TABLE customers DROP CONSTRAINT customers_pkey CASCADE;

--# history: a key takes an index over
CREATE TABLE t (a int NOT NULL, b int);
CREATE UNIQUE INDEX t_new_key ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_new_key;
ALTER TABLE t ADD UNIQUE USING INDEX t_b;
ALTER TABLE t REPLICA IDENTITY USING INDEX t_pkey;

--# history: columns get other names and go with what uses them
CREATE TABLE customers (id bigint PRIMARY KEY, code text UNIQUE);
CREATE TABLE t (a int CHECK (a > 0), b int, c bigint REFERENCES customers, d text REFERENCES customers (code), e serial, CHECK (a < b));
CREATE INDEX t_b ON t (b);
CREATE INDEX t_expression ON t ((b + 1));
CREATE INDEX t_partial ON t (a) WHERE b > 0;
CREATE INDEX t_including ON t (a) INCLUDE (b);
ALTER TABLE t RENAME COLUMN a TO first;
ALTER TABLE customers RENAME id TO number;
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t DROP COLUMN e;
ALTER TABLE customers DROP COLUMN code CASCADE;
ALTER TABLE t ADD COLUMN IF NOT EXISTS first text, ADD COLUMN IF NOT EXISTS last text;
ALTER TABLE t ADD COLUMN b int;

--# history: tables get other names and keep what hangs on them
CREATE TABLE customers (id bigint PRIMARY KEY, parent bigint REFERENCES customers);
CREATE TABLE orders (id serial PRIMARY KEY, customer bigint REFERENCES customers);
ALTER TABLE customers RENAME TO clients;
ALTER TABLE orders RENAME TO purchases;
ALTER TABLE clients ADD COLUMN name text UNIQUE;
ALTER TABLE purchases ADD CHECK (customer > 0), ADD CONSTRAINT again FOREIGN KEY (customer) REFERENCES clients;
ALTER SEQUENCE orders_id_seq RENAME TO purchases_id_seq;
DROP TABLE clients CASCADE;

--# history: DROP takes along what belongs to a table
CREATE TABLE a (id serial PRIMARY KEY);
CREATE TABLE b (id int GENERATED BY DEFAULT AS IDENTITY UNIQUE, a int REFERENCES a);
CREATE TABLE c (id int PRIMARY KEY, b int REFERENCES b (id));
DROP TABLE a CASCADE;
DROP TABLE b, c;
DROP TABLE IF EXISTS nothing;
CREATE TABLE a (id int);
CREATE TABLE IF NOT EXISTS a (other int);
DROP INDEX IF EXISTS nothing;

--# history: LIKE copies what it says
CREATE TABLE source (id serial PRIMARY KEY, a text NOT NULL DEFAULT 'x', b int CONSTRAINT b_positive CHECK (b > 0), c int GENERATED BY DEFAULT AS IDENTITY, d int GENERATED ALWAYS AS (7) STORED, UNIQUE (a, b));
CREATE INDEX source_lower ON source (lower(a));
CREATE TABLE plain (LIKE source);
CREATE TABLE everything (first int, LIKE source INCLUDING ALL, last int);
CREATE TABLE several (LIKE source INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING IDENTITY INCLUDING GENERATED);
CREATE TABLE indexed (LIKE source INCLUDING INDEXES);
CREATE TABLE lesser (LIKE source INCLUDING ALL EXCLUDING INDEXES);

--# history: inheritance
CREATE TABLE parent (id int NOT NULL, a text DEFAULT 'x', CHECK (id > 0));
CREATE TABLE child (b int, CHECK (b > id)) INHERITS (parent);
ALTER TABLE parent ADD COLUMN c int NOT NULL DEFAULT 1;
ALTER TABLE parent ADD CONSTRAINT a_short CHECK (length(a) < 10);
ALTER TABLE parent ADD CONSTRAINT alone CHECK (id < 100) NO INHERIT;
ALTER TABLE parent ALTER COLUMN a SET NOT NULL;
ALTER TABLE parent RENAME COLUMN a TO name;
ALTER TABLE ONLY parent ALTER COLUMN name SET DEFAULT 'y';
ALTER TABLE parent DROP CONSTRAINT a_short;

--# history: partitions get the indexes and foreign keys of their table
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint, day date NOT NULL, customer bigint REFERENCES customers, note text, PRIMARY KEY (id, day), CHECK (id > 0)) PARTITION BY RANGE (day);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX events_note ON events (note);
CREATE INDEX ON events (lower(note), day);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 (LIKE events INCLUDING CONSTRAINTS);
CREATE INDEX events_2026_by_note ON events_2026 (note);
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
ALTER TABLE events ADD COLUMN more int NOT NULL DEFAULT 0 CHECK (more >= 0);
ALTER TABLE events DETACH PARTITION events_2024;
ALTER TABLE events ADD CONSTRAINT again FOREIGN KEY (customer) REFERENCES customers;
ALTER TABLE events RENAME COLUMN note TO remark;
CREATE UNIQUE INDEX events_key ON events (day, id);
DROP TABLE events_2024;

--# history: an index on a partitioned table alone is invalid until every partition has its part
CREATE TABLE t (a int, b int) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
CREATE INDEX t_b ON ONLY t (b);
CREATE INDEX t_a ON ONLY t (a);
CREATE INDEX t_1_b ON t_1 (b);
CREATE INDEX t_2_b ON t_2 (b);
CREATE INDEX t_1_a ON t_1 (a);
ALTER INDEX t_b ATTACH PARTITION t_1_b;
ALTER INDEX t_b ATTACH PARTITION t_2_b;
ALTER INDEX t_a ATTACH PARTITION t_1_a;

--# history: a key of a partitioned table alone, and a foreign key whose parts are there
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE t (a int NOT NULL, b bigint NOT NULL) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
ALTER TABLE ONLY t ADD CONSTRAINT t_key UNIQUE (a, b);
ALTER TABLE ONLY t ADD PRIMARY KEY (b, a);
ALTER TABLE t_1 ADD CONSTRAINT t_1_key UNIQUE (a, b);
ALTER TABLE t_2 ADD CONSTRAINT t_2_key UNIQUE (a, b);
ALTER INDEX t_key ATTACH PARTITION t_1_key;
ALTER INDEX t_key ATTACH PARTITION t_2_key;
ALTER TABLE t_1 ADD CONSTRAINT mine FOREIGN KEY (b) REFERENCES customers (id);
ALTER TABLE t ADD CONSTRAINT whole FOREIGN KEY (b) REFERENCES customers;
CREATE TABLE t_3 (a int NOT NULL, b bigint NOT NULL CONSTRAINT own REFERENCES customers);
ALTER TABLE t ATTACH PARTITION t_3 FOR VALUES IN (3);
CREATE TABLE t_4 (a int NOT NULL, b bigint NOT NULL CONSTRAINT own REFERENCES customers ON DELETE CASCADE);
ALTER TABLE t ATTACH PARTITION t_4 FOR VALUES IN (4);

--# history: partitions of partitions
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b)) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (b);
CREATE TABLE t_1_1 PARTITION OF t_1 FOR VALUES IN (1);
CREATE INDEX ON t (b);
CREATE TABLE t_1_2 PARTITION OF t_1 FOR VALUES IN (2);
ALTER TABLE t ADD COLUMN c int, ADD CHECK (c > 0);

--# history: unlogged, temporary, replica identity, row security
CREATE UNLOGGED TABLE u (id serial PRIMARY KEY);
CREATE TEMPORARY TABLE tmp (id int PRIMARY KEY);
CREATE TABLE t (id int NOT NULL UNIQUE);
ALTER TABLE t SET UNLOGGED;
ALTER TABLE t SET LOGGED;
ALTER TABLE t REPLICA IDENTITY FULL;
ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TABLE tmp (other int);
ALTER TABLE tmp ADD COLUMN b int;

--# history: types and domains
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TYPE mood ADD VALUE 'happy' AFTER 'ok';
ALTER TYPE mood RENAME VALUE 'sad' TO 'gloomy';
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';
CREATE DOMAIN percent AS int CHECK (VALUE >= 0) CONSTRAINT most CHECK (VALUE <= 100);
ALTER DOMAIN percent ADD CHECK (VALUE <> 13) NOT VALID;
ALTER DOMAIN percent ADD CONSTRAINT later CHECK (VALUE <> 14) NOT VALID;
ALTER DOMAIN percent VALIDATE CONSTRAINT later;
ALTER DOMAIN percent SET NOT NULL;
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (m mood, p percent);
CREATE TABLE typed OF pair (PRIMARY KEY (a));
ALTER TYPE pair ADD ATTRIBUTE c int CASCADE, DROP ATTRIBUTE b CASCADE;
ALTER TYPE pair ADD ATTRIBUTE d text CASCADE;
CREATE TABLE typed2 OF pair (a NOT NULL DEFAULT 1 CHECK (a > 0));

--# history: exclusion
CREATE TABLE booking (room int, during tsrange, EXCLUDE USING gist (during WITH &&));
ALTER TABLE booking ADD CONSTRAINT twice EXCLUDE USING gist (during WITH &&) WHERE (room > 0);

--# history: views, materialized views and the results of queries
CREATE TABLE orders (id bigint PRIMARY KEY, total int);
CREATE VIEW big AS SELECT id FROM orders WHERE total > 100;
CREATE OR REPLACE VIEW big AS SELECT id, total FROM orders WHERE total > 100;
CREATE VIEW bigger AS SELECT id FROM big;
CREATE MATERIALIZED VIEW sums AS SELECT sum(total) AS total FROM orders;
CREATE UNIQUE INDEX sums_total ON sums (total);
CREATE TABLE copied AS SELECT * FROM orders;
SELECT id INTO chosen FROM orders;
ALTER TABLE copied ADD COLUMN note text;
CREATE INDEX ON copied (note);
ALTER VIEW bigger RENAME TO biggest;
ALTER MATERIALIZED VIEW sums RENAME TO totals;
CREATE VIEW kept AS SELECT 1 AS one;
DROP TABLE orders CASCADE;

--# history: schemas and the search path
CREATE SCHEMA app;
CREATE SCHEMA reporting CREATE TABLE sales (id serial PRIMARY KEY) CREATE VIEW all_sales AS SELECT id FROM sales;
SET search_path TO app, public;
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE public.orders (id int, old_id bigint REFERENCES orders);
CREATE TYPE mood AS ENUM ('a');
CREATE INDEX ON orders (id);
ALTER TABLE public.orders SET SCHEMA reporting;
ALTER SCHEMA app RENAME TO shop;
SET search_path TO DEFAULT;
CREATE TABLE orders (n serial UNIQUE, big bigint REFERENCES shop.orders);
CREATE SCHEMA shop2;
ALTER TABLE orders SET SCHEMA shop2;
DROP SCHEMA shop CASCADE;
SELECT set_config('search_path', 'reporting, public', false);
CREATE TABLE last (id int);
RESET search_path;
CREATE TABLE last (id text);

--# history: other kinds of objects change no table
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION f();
CREATE POLICY p ON orders USING (id > 0);
CREATE RULE r AS ON DELETE TO orders DO INSTEAD NOTHING;
CREATE SEQUENCE numbers;
CREATE PUBLICATION pub FOR TABLE orders;
COMMENT ON TABLE orders IS 'x';
INSERT INTO orders VALUES (1);
TRUNCATE orders;
ALTER TRIGGER t ON orders RENAME TO t2;
DROP SEQUENCE numbers;

--# history: identity of partitioned tables
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, a int NOT NULL, n serial) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
CREATE TABLE t_3 (id bigint NOT NULL, a int NOT NULL, n int NOT NULL);
ALTER TABLE t ATTACH PARTITION t_3 FOR VALUES IN (3);
ALTER TABLE t DETACH PARTITION t_2;
