SET lock_timeout = '2s';
ALTER TABLE guests RENAME COLUMN phone TO phone_number;
