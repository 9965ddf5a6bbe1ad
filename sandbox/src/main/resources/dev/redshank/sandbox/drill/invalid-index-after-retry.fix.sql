\connect app_db
DROP INDEX CONCURRENTLY orders_reference_key;
DELETE FROM orders AS copy USING orders AS first
WHERE copy.reference = first.reference AND copy.id > first.id;
CREATE UNIQUE INDEX CONCURRENTLY orders_reference_key ON orders (reference);
