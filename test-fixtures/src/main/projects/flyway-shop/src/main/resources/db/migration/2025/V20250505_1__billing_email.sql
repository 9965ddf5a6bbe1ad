ALTER TABLE customers ADD COLUMN billing_email email_address;
ALTER TABLE customers ADD COLUMN locale text DEFAULT 'de-DE';
ALTER DOMAIN price ADD CONSTRAINT price_not_absurd CHECK (VALUE < 1000000);
