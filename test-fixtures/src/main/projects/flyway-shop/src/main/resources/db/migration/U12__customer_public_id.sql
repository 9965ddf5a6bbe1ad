ALTER TABLE customers DROP COLUMN public_id;
