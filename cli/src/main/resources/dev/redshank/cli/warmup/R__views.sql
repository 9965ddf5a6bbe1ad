BEGIN;
CREATE OR REPLACE VIEW new_orders AS SELECT o.id, c.email FROM orders o JOIN people c ON c.id = o.customer_id;
COMMIT;
