ALTER TABLE bookings ADD COLUMN currency char(3);
UPDATE bookings SET currency = 'EUR';
ALTER TABLE bookings ALTER COLUMN currency SET NOT NULL;
