SET lock_timeout = '2s';
ALTER TABLE guests ALTER COLUMN email TYPE varchar(100), ALTER COLUMN email SET NOT NULL;
