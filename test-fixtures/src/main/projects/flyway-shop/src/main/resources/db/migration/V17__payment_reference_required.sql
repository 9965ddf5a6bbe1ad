-- Every provider sends a reference now, says billing.
ALTER TABLE billing.payments ALTER COLUMN provider_reference SET NOT NULL;
CREATE INDEX payments_provider_reference_idx
  ON billing.payments (provider, provider_reference);
