SET lock_timeout = '2s';
ALTER TABLE bookings DROP COLUMN note;
ALTER TABLE rooms DROP COLUMN note;
