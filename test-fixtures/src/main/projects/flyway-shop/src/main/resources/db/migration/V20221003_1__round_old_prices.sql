-- Half cents came in with the import. Done in small steps to be gentle with the database.
DO $$
DECLARE
  touched integer;
BEGIN
  LOOP
    UPDATE order_items
    SET unit_price = round(unit_price, 2)
    WHERE ctid IN (
      SELECT ctid FROM order_items WHERE unit_price <> round(unit_price, 2) LIMIT 1000);
    GET DIAGNOSTICS touched = ROW_COUNT;
    EXIT WHEN touched = 0;
    PERFORM pg_sleep(0.1);
  END LOOP;
END
$$;
