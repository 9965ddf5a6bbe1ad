-- It's 2024.
ALTER TABLE customers DROP COLUMN fax;
