-- A price without a currency means nothing.
ALTER TABLE bookings DROP COLUMN currency, DROP COLUMN price;
