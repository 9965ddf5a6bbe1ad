-- Forgotten in V1. The order service writes both tables, so don't wait for it long.
SET LOCAL lock_timeout = '2s';

ALTER TABLE addresses
  ADD CONSTRAINT addresses_customer_id_fkey
  FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
