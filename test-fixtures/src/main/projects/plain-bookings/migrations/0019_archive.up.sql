CREATE TABLE bookings_archive (LIKE bookings);
INSERT INTO bookings_archive SELECT * FROM bookings WHERE leaves < '2020-01-01';
DELETE FROM bookings WHERE leaves < '2020-01-01';
