DO $$
DECLARE
  batch bigint;
BEGIN
  FOR batch IN SELECT generate_series(0, 1000000, 5000) LOOP
    UPDATE guests SET name = trim(name) WHERE id >= batch AND id < batch + 5000;
  END LOOP;
END $$;
