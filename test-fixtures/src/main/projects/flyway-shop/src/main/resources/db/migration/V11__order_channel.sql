-- Web, phone or shop? Needed by the new till.
CREATE TYPE sales_channel AS ENUM ('web', 'phone', 'store');
ALTER TABLE orders ADD COLUMN channel sales_channel NOT NULL;
