\connect app_db
SELECT pg_terminate_backend(pid)
FROM pg_stat_activity
WHERE application_name LIKE 'migration_runner%';
UPDATE orders SET release_id = 'unknown' WHERE release_id IS NULL;
ALTER TABLE orders ALTER COLUMN release_id SET DEFAULT 'unknown';

\connect tenant_b
ALTER TABLE orders ADD COLUMN release_id text;
INSERT INTO schema_migrations (version) VALUES ('20260531_add_order_release_id');

\connect billing_db
GRANT CONNECT ON DATABASE billing_db TO app_user;
GRANT SELECT ON new_invoices TO app_user;
