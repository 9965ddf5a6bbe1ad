BEGIN;
ALTER TABLE orders ADD COLUMN fraud_score integer;
UPDATE orders SET fraud_score = 0;
COMMIT;
