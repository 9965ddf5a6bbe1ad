-- The carrier wants consecutive label numbers.
ALTER TABLE shipments ADD COLUMN label_no bigserial;
