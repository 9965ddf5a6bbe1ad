SET lock_timeout = '2s';
ALTER TABLE bookings ADD CONSTRAINT bookings_price_positive CHECK (price > 0) NOT VALID;
