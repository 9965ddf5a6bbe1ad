SET lock_timeout = '2s';
ALTER TABLE rooms DROP COLUMN beds, ADD COLUMN sleeps smallint;
