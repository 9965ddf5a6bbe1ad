ALTER TABLE orders ADD COLUMN currency char(3);

-- Until today we only sold in euro.
UPDATE orders SET currency = 'EUR';

ALTER TABLE orders ALTER COLUMN currency SET NOT NULL;
