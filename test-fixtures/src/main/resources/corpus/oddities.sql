--# kind: ALTER TABLE | add column
/* a migration's first words; it isn't finished */ ALTER TABLE orders ADD COLUMN a1 int;
--# kind: ALTER TABLE | add column

-- one comment
-- another; with a semicolon

   ALTER TABLE orders

   ADD COLUMN a2 int
;
--# kind: CREATE TABLE
create/**/table/**/t/**/(/**/a/**/int/**/)/**/;
--# kind: CREATE TABLE
CREATE TABLE "create table" ("alter table" int, "--" text, "/*" text, "$$" text, "'" text);
--# kind: CREATE TABLE
CREATE TABLE "ÄÖÜ" (größe int, naïve text, 数量 int, "emoji 🐦" text);
--# kind: CREATE TABLE
CREATE TABLE größe$1 (_a int, a$b int, a1 int, a_$ text);
--# kind: SELECT
SELECT $tag$ $nottag$ $$ $tag$, $äö$x;$äö$, $_1$y$_1$, 'a$$b';
--# kind: SELECT
SELECT 1-- comment
  + 2 /* /* deep */ ; */ -- ; more
  ;
--# kind: SELECT
SELECT 'it''s', E'it\'s', E'\\', '\', N'x', B'01', X'ff', U&'\0441', U&'!0441' UESCAPE '!', $$;$$, "U&" FROM (SELECT 1 AS "U&") AS s;
--# kind: SELECT
SELECT e'a\\\'; b', E'''', E'\x27;', '' || '''', 'a'
  ';b' -- joined on a new line
  ';c';
--# kind: SELECT
SELECT 1 AS "a;b", 2 AS "c""d", 3 "e", 4 AS value, 5 AS type, 6 AS select_, 7 AS "from";
--# kind: SELECT
SELECT 5 * -2, 5 - -2, 5 --2
 , a <-> b, a @> b, a <@ b, a ?| b, a #>> b, a |/ b, a || b FROM t;
--# kind: SELECT [16+]
SELECT 1.5, .5, 5., 1e10, 1.5E-3, 0xFF, 0b11, 0o17, 1_000.000_1;
--# kind: SELECT
SELECT 1::int, '1'::pg_catalog.int4, a[1], a[1:2], a[:], a[:2], (a).b, (a).*, f(VARIADIC a), f(x => 1), f(x := 1), f(DISTINCT a ORDER BY b) FROM t;
--# kind: SELECT
SELECT a FROM t WHERE a = $1 AND b = $2::text;
--# kind: DROP TABLE
DROP TABLE IF EXISTS "a""b", "c.d"."e", U&"\0066";
--# kind: DROP TABLE
drop /* if exists */ table /* the */ if /* it */ exists /* , */ orders /* cascade */ restrict;
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT "not valid" CHECK (note <> 'NOT VALID');
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT u UNIQUE ("using", "index") -- USING INDEX x
;
--# kind: ALTER TABLE | add column, add column
ALTER TABLE orders ADD COLUMN def text DEFAULT 'NOT NULL', ADD COLUMN "references" int DEFAULT 0 -- REFERENCES customers
;
--# kind: ALTER TABLE | rename column
ALTER TABLE orders RENAME "to" TO "to";
--# kind: ALTER TABLE | rename to
ALTER TABLE "if exists" RENAME TO "only";
--# kind: ALTER TABLE | drop column, drop column
ALTER TABLE orders DROP "constraint", DROP COLUMN "column";
--# kind: ALTER TABLE | set data type
ALTER TABLE orders ALTER type TYPE type;
--# kind: ALTER TABLE | add column
ALTER TABLE "concurrently".orders ADD COLUMN x int;
--# kind: ALTER TABLE | add column
ALTER TABLE "only".orders ADD x int;
--# kind: CREATE INDEX
CREATE INDEX CONCURRENTLY "if" ON "not"."exists" ("on");
--# kind: CREATE INDEX
CREATE INDEX "CONCURRENTLY" ON orders (id);
--# kind: CREATE VIEW
CREATE VIEW "temp" AS SELECT 'CREATE TABLE x (id int);' AS sql;
--# kind: COMMENT
COMMENT ON TABLE orders IS 'ALTER TABLE orders DROP COLUMN note; -- don''t';
--# kind: DO
DO $$ BEGIN EXECUTE 'ALTER TABLE orders ADD COLUMN ' || quote_ident('x;') || ' int'; EXECUTE $q$SELECT 'it''s; $1'$q$ ; END $$;
--# kind: DO
DO $$BEGIN/* ; END $ $ */PERFORM 1;--$
END$$;
--# kind: SET
SET LOCAL "app.name;x" = 'a';
--# kind: SELECT
SELECT "select"."from" FROM "select" WHERE "where" = 'x';
--# kind: INSERT
INSERT INTO "values" ("values") VALUES ('values');
--# kind: UPDATE
UPDATE "set" SET "set" = 'set' WHERE "where" = "set";
--# kind: SELECT
SELECT * FROM a, ONLY b, ONLY (c), d *, e AS f (g, h), (VALUES (1)) AS i (j), ROWS FROM (k(1), l(2) AS (m int)) AS n;
--# kind: CREATE FUNCTION
CREATE FUNCTION "begin"() RETURNS void LANGUAGE sql BEGIN ATOMIC SELECT CASE 1 WHEN 1 THEN 'end;' END AS "end"; SELECT 2; END;
--# kind: CREATE FUNCTION
CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN (SELECT CASE WHEN true THEN 1 END);
--# kind: CREATE FUNCTION
CREATE FUNCTION f(begin int, "end" int) RETURNS int LANGUAGE sql AS $$ SELECT begin + "end"; $$;
--# kind: CREATE TABLE
CREATE TABLE begin (commit int, rollback int, savepoint int, "end" int);
--# kind: ALTER TABLE | drop column
ALTER TABLE begin DROP COLUMN commit;
--# kind: GRANT
GRANT SELECT ON "grant" TO "to";
