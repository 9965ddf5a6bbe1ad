CREATE PROCEDURE backfill_order_total(batch integer DEFAULT 5000)
  LANGUAGE plpgsql
AS $$
DECLARE
  last_id  bigint := 0;
  upper_id bigint;
BEGIN
  LOOP
    SELECT max(id) INTO upper_id
    FROM (SELECT id FROM orders WHERE id > last_id ORDER BY id LIMIT batch) AS slice;
    EXIT WHEN upper_id IS NULL;

    UPDATE orders o
    SET total = COALESCE(
      (SELECT sum(i.quantity * i.unit_price) FROM order_items i WHERE i.order_id = o.id), 0)
    WHERE o.id > last_id AND o.id <= upper_id AND o.total IS NULL;

    COMMIT;
    PERFORM pg_sleep(0.05); -- let the replicas breathe
    last_id := upper_id;
  END LOOP;
END;
$$;

CALL backfill_order_total();

DROP PROCEDURE backfill_order_total(integer);
