DROP INDEX bookings_guest_id_idx;
