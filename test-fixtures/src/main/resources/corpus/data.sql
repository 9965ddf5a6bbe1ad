--# kind: INSERT
INSERT INTO orders (id, note) VALUES (1, 'a;b'), (2, DEFAULT), (3, NULL);
--# kind: INSERT
INSERT INTO public.orders DEFAULT VALUES;
--# kind: INSERT
INSERT INTO orders AS o (id, customer_id) OVERRIDING SYSTEM VALUE SELECT id, 1 FROM customers RETURNING o.id, o.*;
--# kind: INSERT
INSERT INTO orders (id) VALUES (1) ON CONFLICT DO NOTHING;
--# kind: INSERT
INSERT INTO orders AS o (id, note) VALUES (1, 'x') ON CONFLICT (id) WHERE id > 0 DO UPDATE SET note = EXCLUDED.note || '; again', (total, status) = (SELECT 1, 'new') WHERE o.note IS DISTINCT FROM excluded.note RETURNING *;
--# kind: INSERT
INSERT INTO orders (id) VALUES (1) ON CONFLICT ON CONSTRAINT orders_pkey DO UPDATE SET total = DEFAULT;
--# kind: INSERT
INSERT INTO orders (id) VALUES (1) ON CONFLICT ((lower(note)) COLLATE "C" text_pattern_ops) DO NOTHING;
--# kind: INSERT
INSERT INTO orders OVERRIDING USER VALUE TABLE orders;
--# kind: INSERT
WITH src AS (SELECT 1 AS id) INSERT INTO orders (id) SELECT id FROM src;
--# kind: INSERT
INSERT INTO data (type, set) VALUES ($$it's$$, $q$; $$ ;$q$);
--# kind: INSERT
INSERT INTO orders (id, note) VALUES (1, E'a\'b;\\'), (2, 'c:\'), (3, U&'d\0061t'), (4, 'a''''b');
--# kind: INSERT [18+]
INSERT INTO orders (id, note) VALUES (5, 'multi
line; string') RETURNING WITH (OLD AS o, NEW AS n) n.id;
--# kind: INSERT
INSERT INTO orders (id, note) (SELECT id, name FROM customers ORDER BY id LIMIT 10);
--# kind: INSERT
INSERT INTO orders (id, note) WITH c AS (SELECT 1 AS id, 'x' AS n) SELECT * FROM c;
--# kind: UPDATE
UPDATE orders SET note = 'x';
--# kind: UPDATE
UPDATE ONLY public.orders AS o SET note = 'x;', total = total * 1.1, status = DEFAULT WHERE o.id BETWEEN 1 AND 10 RETURNING o.*;
--# kind: UPDATE
UPDATE orders * SET (note, total) = ('a', 1), status = (SELECT 'new') WHERE id IN (SELECT id FROM orders ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED);
--# kind: UPDATE
UPDATE orders o SET note = c.name FROM customers c JOIN products p ON p.id = c.id WHERE c.id = o.customer_id;
--# kind: UPDATE
UPDATE orders SET (note, total) = ROW('a', 1) WHERE true;
--# kind: UPDATE
UPDATE orders SET (note, total) = (SELECT name, 1 FROM customers WHERE customers.id = customer_id) WHERE ctid = ANY (ARRAY(SELECT ctid FROM orders LIMIT 10));
--# kind: UPDATE
UPDATE orders SET note = 'x' WHERE CURRENT OF cur;
--# kind: UPDATE
WITH batch AS MATERIALIZED (SELECT id FROM orders WHERE note IS NULL ORDER BY id LIMIT 1000) UPDATE orders SET note = '' FROM batch WHERE orders.id = batch.id;
--# kind: UPDATE
UPDATE orders SET note = 'x' RETURNING old.note, new.note AS after;
--# kind: UPDATE
UPDATE "my schema"."my.table" SET "id" = -"id" WHERE "id" <> ALL ('{1,2}');
--# kind: UPDATE
UPDATE events SET kind[1] = 'a', payload.x.y = 2;
--# kind: UPDATE
UPDATE orders SET placed_at = placed_at + INTERVAL '1 day' * 2 WHERE placed_at::date = CURRENT_DATE AND extract(dow FROM placed_at) NOT IN (0, 6);
--# kind: UPDATE
update settings set id = id where id is not null and not (id is null) and id not between 3 and 4;
--# kind: DELETE
DELETE FROM orders;
--# kind: DELETE
DELETE FROM ONLY public.orders AS o WHERE o.note IS NULL RETURNING *;
--# kind: DELETE
DELETE FROM orders USING customers c, LATERAL (SELECT 1) AS l WHERE c.id = orders.customer_id AND c.status = 'closed;';
--# kind: DELETE
WITH gone AS (DELETE FROM order_items WHERE order_id < 100 RETURNING order_id) DELETE FROM orders WHERE id IN (SELECT order_id FROM gone);
--# kind: DELETE
DELETE FROM orders WHERE CURRENT OF "my cursor";
--# kind: DELETE
DELETE FROM orders o WHERE NOT EXISTS (SELECT FROM customers WHERE id = o.customer_id) RETURNING old.id;
--# kind: MERGE [15+]
MERGE INTO products p USING order_items i ON p.id = i.product_id WHEN MATCHED THEN UPDATE SET stock = stock - i.quantity WHEN NOT MATCHED THEN INSERT (id) VALUES (i.product_id);
--# kind: MERGE [15+]
MERGE INTO ONLY public.products AS p USING (SELECT 1 AS id, 2 AS n) AS s ON p.id = s.id
WHEN MATCHED AND s.n = 0 THEN DELETE
WHEN MATCHED THEN UPDATE SET (stock, price) = (s.n, DEFAULT)
WHEN NOT MATCHED AND s.n > 1 THEN INSERT (id, stock) OVERRIDING SYSTEM VALUE VALUES (s.id, s.n)
WHEN NOT MATCHED THEN DO NOTHING;
--# kind: MERGE [17+]
WITH s AS (SELECT 1 AS id) MERGE INTO products p USING s ON p.id = s.id WHEN NOT MATCHED BY SOURCE THEN DELETE WHEN NOT MATCHED BY TARGET THEN INSERT DEFAULT VALUES RETURNING merge_action(), p.*;
--# kind: COPY
COPY orders FROM STDIN;
1	1	2.50	note; with 'quotes	2024-01-01	new
2	\N	3	-- no comment	2024-01-01	new
\.
--# kind: COPY
COPY public.orders (id, "note") FROM stdin WITH (FORMAT csv, HEADER true, DELIMITER ';', NULL '', QUOTE '"', ESCAPE '"', ENCODING 'UTF8');
id;note
10;"it's $$ fine"
\.
--# kind: COPY
copy orders (id) from stdin;
\.
--# kind: COPY
COPY orders FROM '/tmp/orders.csv' WITH CSV HEADER DELIMITER ',' QUOTE '"' ESCAPE '\' FORCE NOT NULL note;
--# kind: COPY [18+]
COPY orders FROM PROGRAM 'gzip -dc x;' (FORMAT text, ON_ERROR ignore, LOG_VERBOSITY verbose, REJECT_LIMIT 10) WHERE id > 0;
--# kind: COPY
COPY (SELECT id, note FROM orders WHERE note <> ';') TO STDOUT WITH (FORMAT csv, FORCE_QUOTE *);
--# kind: COPY
COPY orders TO '/tmp/x' (FORMAT binary);
--# kind: COPY
COPY BINARY orders TO STDOUT;
--# kind: COPY
COPY (INSERT INTO orders (id) VALUES (77) RETURNING id) TO STDOUT;
--# kind: COPY
COPY orders (id, note) TO STDOUT DELIMITERS '|' WITH NULL AS 'x';
--# kind: SELECT
SELECT 1;
--# kind: SELECT
SELECT;
--# kind: SELECT INTO
SELECT * INTO copy FROM orders;
--# kind: SELECT INTO
SELECT id, note INTO TEMP TABLE copy FROM orders WHERE id > 0;
--# kind: SELECT INTO
SELECT 1 AS a INTO UNLOGGED public."Copy";
--# kind: SELECT INTO
WITH x AS (SELECT 1 AS a) SELECT a INTO TEMPORARY copy FROM x;
--# kind: SELECT
VALUES (1, 'a;'), (2, 'b');
--# kind: SELECT
TABLE orders;
--# kind: SELECT
TABLE ONLY public.orders;
--# kind: SELECT
(SELECT 1) UNION ALL (SELECT 2 ORDER BY 1 LIMIT 1) ORDER BY 1 DESC OFFSET 1 ROWS FETCH NEXT 2 ROWS WITH TIES;
--# kind: SELECT
SELECT DISTINCT ON (customer_id) id, customer_id "cust", count(*) OVER w AS n, sum(total) FILTER (WHERE total > 0) OVER (PARTITION BY note ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM orders WINDOW w AS (PARTITION BY status) ORDER BY customer_id, id DESC NULLS LAST;
--# kind: SELECT
SELECT o.id FROM orders o LEFT JOIN customers c USING (id) NATURAL JOIN products CROSS JOIN LATERAL generate_series(1, 2) WITH ORDINALITY AS g (x, n);
--# kind: SELECT
SELECT status, count(*) FROM orders TABLESAMPLE BERNOULLI (10) REPEATABLE (1) GROUP BY GROUPING SETS ((status), CUBE (id, note), ()) HAVING count(*) > 1;
--# kind: SELECT
SELECT pg_catalog.setval('order_number_seq', coalesce(max(id), 1), true) FROM orders;
--# kind: SELECT
SELECT nextval('order_number_seq');
--# kind: SELECT
SELECT pg_advisory_lock(42), pg_sleep(0);
--# kind: SELECT
WITH RECURSIVE t (n) AS (VALUES (1) UNION SELECT n + 1 FROM t WHERE n < 5) SEARCH BREADTH FIRST BY n SET ord CYCLE n SET cyc USING path SELECT * FROM t;
--# kind: SELECT
SELECT '{"a": [1]}'::jsonb -> 'a' ->> 0, (ARRAY[1, 2])[1:2], (ROW(1, 'x')).*, '1'::int::text, - - 1, 2 ^ 3 !~~ 'x', @ -5;
--# kind: SELECT [16+]
SELECT a.b.c, "x"."y" FROM a.b AS "a;b" WHERE x IS JSON OBJECT WITH UNIQUE KEYS;
--# kind: SELECT [17+]
SELECT * FROM JSON_TABLE('[{"a": 1}]', '$[*]' COLUMNS (id FOR ORDINALITY, a int PATH '$.a' DEFAULT 0 ON EMPTY)) AS jt;
--# kind: SELECT
SELECT * FROM XMLTABLE('/r/e' PASSING '<r><e/></r>' COLUMNS n int PATH '@n');
--# kind: SELECT
SELECT id FROM orders FOR UPDATE OF orders NOWAIT;
--# kind: SELECT
SELECT id FROM orders WHERE note LIKE 'a;%' FOR NO KEY UPDATE SKIP LOCKED;
--# kind: SELECT
SELECT CASE id WHEN 1 THEN 'a' ELSE 'b' END, CAST(id AS text), id::numeric(10, 2), trim(BOTH 'x' FROM note), substring(note FROM 1 FOR 2), position(';' IN note), overlay(note PLACING 'x' FROM 1), extract(epoch FROM placed_at) FROM orders;
--# kind: EXPLAIN
EXPLAIN SELECT 1;
--# kind: EXPLAIN
EXPLAIN ANALYZE VERBOSE UPDATE orders SET note = 'x';
--# kind: EXPLAIN
EXPLAIN (ANALYZE, COSTS off, BUFFERS, FORMAT json, SETTINGS, WAL) DELETE FROM orders;
--# kind: EXPLAIN [17+]
EXPLAIN (SERIALIZE, MEMORY, ANALYZE, GENERIC_PLAN off) SELECT 1;
--# kind: EXPLAIN
EXPLAIN CREATE TABLE copy AS SELECT 1;
--# kind: EXPLAIN
EXPLAIN (FORMAT yaml) EXECUTE q(1);
--# kind: EXPLAIN
EXPLAIN REFRESH MATERIALIZED VIEW daily;
--# kind: PREPARE
PREPARE q AS SELECT $1::int + 1;
--# kind: PREPARE
PREPARE "q 2" (int, text) AS INSERT INTO orders (id, note) VALUES ($1, $2);
--# kind: EXECUTE
EXECUTE q;
--# kind: EXECUTE
EXECUTE "q 2" (1, 'x;y');
--# kind: DEALLOCATE
DEALLOCATE q;
--# kind: DEALLOCATE
DEALLOCATE PREPARE "q 2";
--# kind: DEALLOCATE ALL
DEALLOCATE ALL;
--# kind: DEALLOCATE ALL
DEALLOCATE PREPARE ALL;
--# kind: DECLARE CURSOR
DECLARE c CURSOR FOR SELECT * FROM orders;
--# kind: DECLARE CURSOR
DECLARE "c 2" BINARY INSENSITIVE NO SCROLL CURSOR WITH HOLD FOR VALUES (1);
--# kind: DECLARE CURSOR
DECLARE c ASENSITIVE SCROLL CURSOR WITHOUT HOLD FOR TABLE orders;
--# kind: FETCH
FETCH c;
--# kind: FETCH
FETCH NEXT FROM c;
--# kind: FETCH
FETCH FORWARD ALL IN c;
--# kind: FETCH
FETCH ABSOLUTE -1 c;
--# kind: FETCH
FETCH BACKWARD 5 FROM "c 2";
--# kind: FETCH
FETCH 10 c;
--# kind: MOVE
MOVE LAST FROM c;
--# kind: MOVE
MOVE RELATIVE 2 IN c;
--# kind: CLOSE CURSOR
CLOSE c;
--# kind: CLOSE CURSOR ALL
CLOSE ALL;
