INSERT INTO bookings OVERRIDING SYSTEM VALUE SELECT * FROM bookings_archive;
DROP TABLE bookings_archive;
