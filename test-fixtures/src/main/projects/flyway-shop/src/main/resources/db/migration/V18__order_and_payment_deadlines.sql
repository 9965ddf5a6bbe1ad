-- Dunning: an order has a due date, and a payment says for which one it was.
ALTER TABLE orders ADD COLUMN due_on date;
ALTER TABLE billing.payments ADD COLUMN due_on date;
ALTER TABLE customers ADD COLUMN dunning_level smallint NOT NULL DEFAULT 0;
