\connect app_db
SELECT pg_terminate_backend(pid)
FROM pg_stat_activity
WHERE datname = 'app_db' AND application_name LIKE 'migration_runner%';
