-- The composite key is a pain in the ORM.
ALTER TABLE billing.payments ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE billing.payments ADD CONSTRAINT payments_id_key UNIQUE (id);
