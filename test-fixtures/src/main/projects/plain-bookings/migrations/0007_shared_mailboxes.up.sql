-- Companies book with one address for many people.
SET lock_timeout = '2s';
ALTER TABLE guests ALTER COLUMN email DROP NOT NULL, ALTER COLUMN email TYPE varchar(254);
