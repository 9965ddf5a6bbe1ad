-- smallint needs casts all over the Java code, and the carrier's times had no zone.
ALTER TABLE billing.payments ALTER COLUMN attempt TYPE integer;
ALTER TABLE shipments
  ALTER COLUMN shipped_at TYPE timestamptz USING shipped_at AT TIME ZONE 'Europe/Berlin',
  ALTER COLUMN delivered_at TYPE timestamptz USING delivered_at AT TIME ZONE 'Europe/Berlin';
