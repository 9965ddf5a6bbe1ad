DROP TABLE guests;
DROP TABLE rooms;
DROP TABLE hotels;
