SET lock_timeout = '2s';
ALTER TABLE rooms DROP COLUMN sleeps, ADD COLUMN beds smallint NOT NULL DEFAULT 2;
