-- orders.total becomes NOT NULL, in four files:
--   1  new rows must have it        2  old rows get it, in batches
--   3  the check is validated       4  NOT NULL, which now needs no scan
SET LOCAL lock_timeout = '2s';

ALTER TABLE orders ALTER COLUMN total SET DEFAULT 0;
ALTER TABLE orders ADD CONSTRAINT orders_total_present CHECK (total IS NOT NULL) NOT VALID;
