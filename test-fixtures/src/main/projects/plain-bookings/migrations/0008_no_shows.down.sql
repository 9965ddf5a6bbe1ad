SET lock_timeout = '2s';
ALTER TYPE booking_state RENAME TO booking_state_since;
CREATE TYPE booking_state AS ENUM ('asked', 'confirmed', 'cancelled');
ALTER TABLE bookings ALTER COLUMN state DROP DEFAULT;
ALTER TABLE bookings ALTER COLUMN state TYPE booking_state USING state::text::booking_state;
ALTER TABLE bookings ALTER COLUMN state SET DEFAULT 'asked';
DROP TYPE booking_state_since;
