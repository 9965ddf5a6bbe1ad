SET lock_timeout = '2s';
ALTER TABLE bookings ADD COLUMN code uuid NOT NULL DEFAULT gen_random_uuid();
