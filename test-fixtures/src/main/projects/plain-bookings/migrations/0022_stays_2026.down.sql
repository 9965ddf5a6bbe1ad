SET lock_timeout = '2s';
ALTER TABLE stays DETACH PARTITION stays_2026;
DROP TABLE stays_2026;
