SET lock_timeout = '2s';
ALTER TABLE guests RENAME COLUMN phone_number TO phone;
