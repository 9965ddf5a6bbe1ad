\connect app_db
SELECT pg_terminate_backend(pid)
FROM pg_stat_activity
WHERE application_name LIKE 'migration_runner%';
UPDATE orders SET release_id = 'unknown' WHERE release_id IS NULL;
ALTER TABLE orders ALTER COLUMN release_id SET DEFAULT 'unknown';
