SET lock_timeout = '2s';
ALTER TABLE bookings ADD CONSTRAINT bookings_do_not_overlap
  EXCLUDE USING gist (int8range(room_id, room_id, '[]') WITH =, daterange(arrives, leaves) WITH &&);
