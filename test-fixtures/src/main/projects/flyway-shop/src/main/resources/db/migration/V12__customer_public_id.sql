/* Links in mails must not show how many customers we have,
   so they carry a random id (nobody's internal number). */
ALTER TABLE customers ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE customers ADD CONSTRAINT customers_public_id_key UNIQUE (public_id);
