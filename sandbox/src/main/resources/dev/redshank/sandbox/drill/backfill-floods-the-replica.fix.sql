\connect app_db
SELECT pg_terminate_backend(pid)
FROM pg_stat_activity
WHERE application_name LIKE 'migration_runner%';
ALTER TABLE orders ALTER COLUMN region SET DEFAULT 'unknown';
DO $$
DECLARE
  first bigint := 0;
  last bigint;
BEGIN
  SELECT max(id) INTO last FROM orders;
  WHILE first <= last LOOP
    UPDATE orders SET region = 'unknown' WHERE id > first AND id <= first + 5000 AND region IS NULL;
    COMMIT;
    PERFORM pg_sleep(0.1);
    first := first + 5000;
  END LOOP;
END $$;
