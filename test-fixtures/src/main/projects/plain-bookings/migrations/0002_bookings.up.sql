CREATE TYPE booking_state AS ENUM ('asked', 'confirmed', 'cancelled');

CREATE TABLE bookings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  room_id bigint NOT NULL REFERENCES rooms (id),
  guest_id bigint NOT NULL REFERENCES guests (id),
  arrives date NOT NULL,
  leaves date NOT NULL,
  state booking_state NOT NULL DEFAULT 'asked',
  price numeric(8,2),
  CHECK (arrives < leaves)
);

CREATE INDEX bookings_room_id_arrives_idx ON bookings (room_id, arrives);
