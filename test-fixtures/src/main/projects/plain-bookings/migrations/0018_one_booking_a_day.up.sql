SET lock_timeout = '2s';
ALTER TABLE bookings DROP CONSTRAINT bookings_do_not_overlap;
