CREATE PUBLICATION housekeeping FOR TABLE rooms, bookings;
CREATE TABLE stays (
  day date NOT NULL,
  booking_id bigint NOT NULL,
  PRIMARY KEY (day, booking_id)
) PARTITION BY RANGE (day);
CREATE TABLE stays_2024 PARTITION OF stays FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
