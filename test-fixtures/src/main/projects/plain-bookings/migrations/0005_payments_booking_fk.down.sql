SET lock_timeout = '2s';
ALTER TABLE payments DROP CONSTRAINT payments_booking_fk;
