CREATE SCHEMA audit;

CREATE TABLE audit.events (
  id           bigint GENERATED ALWAYS AS IDENTITY,
  happened_at  timestamptz NOT NULL DEFAULT now(),
  actor        text NOT NULL DEFAULT current_user,
  relation     text NOT NULL,
  action       text NOT NULL,
  payload      jsonb,
  PRIMARY KEY (happened_at, id)
) PARTITION BY RANGE (happened_at);

-- Months of the first four years; ops has a calendar reminder for the rest, and should they miss it,
-- events_later takes what's left over.
DO $$
DECLARE
  month date;
BEGIN
  FOR month IN
    SELECT generate_series(date '2020-01-01', date '2023-12-01', interval '1 month')::date
  LOOP
    EXECUTE format(
      'CREATE TABLE audit.events_%s PARTITION OF audit.events FOR VALUES FROM (%L) TO (%L)',
      to_char(month, 'YYYYMM'), month, month + interval '1 month');
  END LOOP;
END;
$$;

CREATE TABLE audit.events_later PARTITION OF audit.events
  FOR VALUES FROM ('2025-01-01') TO (MAXVALUE);

CREATE INDEX events_relation_idx ON audit.events (relation, happened_at);

CREATE FUNCTION audit.record() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_temp
AS $body$
BEGIN
  INSERT INTO audit.events (relation, action, payload)
  VALUES (TG_TABLE_NAME, TG_OP, to_jsonb(COALESCE(NEW, OLD)));
  RETURN NULL;
END
$body$;

CREATE TRIGGER orders_audit AFTER INSERT OR UPDATE OR DELETE ON orders
  FOR EACH ROW EXECUTE FUNCTION audit.record();
CREATE TRIGGER payments_audit AFTER INSERT OR UPDATE OR DELETE ON billing.payments
  FOR EACH ROW EXECUTE FUNCTION audit.record();
