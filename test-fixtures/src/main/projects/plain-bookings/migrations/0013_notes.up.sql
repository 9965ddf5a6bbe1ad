SET lock_timeout = '2s';
ALTER TABLE rooms ADD COLUMN note text;
ALTER TABLE bookings ADD COLUMN note text;
