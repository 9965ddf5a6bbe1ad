-- "My bookings" is slow for regular guests.
CREATE INDEX bookings_guest_id_idx ON bookings (guest_id);
