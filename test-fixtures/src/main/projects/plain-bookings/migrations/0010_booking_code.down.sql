SET lock_timeout = '2s';
ALTER TABLE bookings DROP COLUMN code;
