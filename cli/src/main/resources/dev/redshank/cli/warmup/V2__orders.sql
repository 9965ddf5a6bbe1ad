SET lock_timeout = '2s';
ALTER TABLE customers ADD COLUMN token uuid DEFAULT gen_random_uuid(), ADD COLUMN rank int DEFAULT 0;
ALTER TABLE customers ALTER COLUMN email TYPE varchar(100), ALTER COLUMN rank SET NOT NULL;
ALTER TABLE customers ADD CONSTRAINT short CHECK (length(email) < 90) NOT VALID;
ALTER TABLE customers VALIDATE CONSTRAINT short;
ALTER TABLE customers RENAME COLUMN rank TO level;
ALTER TABLE orders DROP COLUMN total;
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers (id);
CREATE INDEX customers_by_level ON customers (level);
DROP INDEX orders_by_customer;
ALTER TYPE mood ADD VALUE 'calm';
ALTER TABLE customers RENAME TO people;
TRUNCATE orders;
LOCK TABLE people IN SHARE MODE;
CREATE TABLE notes (
    id bigint NOT NULL DEFAULT nextval('invoice_numbers'),
    mood mood NOT NULL DEFAULT 'sad',
    amount positive,
    author bigint REFERENCES legacy_users (id) ON DELETE CASCADE
);
ALTER TABLE legacy_users ADD COLUMN note text DEFAULT touched(), ALTER COLUMN name SET NOT NULL;
ALTER TABLE legacy_users ADD COLUMN state text NOT NULL DEFAULT 'new';
UPDATE legacy_users SET state = 'old' WHERE note IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS legacy_names ON legacy.names (lower(name));
ALTER SCHEMA legacy RENAME TO old;
DROP FUNCTION IF EXISTS touch() CASCADE;
DROP TABLE IF EXISTS nothing_of_the_kind;
