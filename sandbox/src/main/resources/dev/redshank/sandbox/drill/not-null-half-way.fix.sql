\connect tenant_a
ALTER TABLE orders ALTER COLUMN region SET DEFAULT 'unknown';
\connect tenant_b
ALTER TABLE orders ALTER COLUMN region SET DEFAULT 'unknown';
UPDATE orders SET region = 'unknown' WHERE region IS NULL;
ALTER TABLE orders ADD CONSTRAINT orders_region_there CHECK (region IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_region_there;
ALTER TABLE orders ALTER COLUMN region SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_region_there;
INSERT INTO schema_migrations (version) VALUES ('20260614_orders_region_not_null');
\connect tenant_c
ALTER TABLE orders ALTER COLUMN region SET DEFAULT 'unknown';
UPDATE orders SET region = 'unknown' WHERE region IS NULL;
ALTER TABLE orders ADD CONSTRAINT orders_region_there CHECK (region IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_region_there;
ALTER TABLE orders ALTER COLUMN region SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_region_there;
INSERT INTO schema_migrations (version) VALUES ('20260614_orders_region_not_null');
