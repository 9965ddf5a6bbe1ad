UPDATE people SET level = level + 1 WHERE level IS NULL;
DELETE FROM orders WHERE placed_at < now() - interval '1 year';
WITH late AS (SELECT id FROM orders WHERE placed_at IS NULL) UPDATE orders SET status = 'late' FROM late WHERE late.id = orders.id;
DO $$
BEGIN
  FOR i IN 1..10 LOOP
    UPDATE people SET token = gen_random_uuid() WHERE id = i;
    COMMIT;
  END LOOP;
  EXECUTE 'ALTER TABLE people ADD COLUMN notes text';
END
$$;
VACUUM people;
REINDEX INDEX customers_by_level;
CREATE INDEX CONCURRENTLY people_by_token ON people (token);
this is no statement;
