DROP TABLE stays;
DROP PUBLICATION housekeeping;
