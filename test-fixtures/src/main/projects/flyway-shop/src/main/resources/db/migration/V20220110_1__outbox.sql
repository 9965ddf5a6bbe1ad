-- Events for the message broker, written in the order's own transaction.
CREATE TABLE outbox (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic         text NOT NULL,
  key           text NOT NULL,
  payload       jsonb NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  published_at  timestamptz
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);

CREATE OR REPLACE FUNCTION order_to_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.status IS DISTINCT FROM OLD.status THEN
    INSERT INTO outbox (topic, key, payload)
    VALUES ('orders', NEW.id::text,
            jsonb_build_object('number', NEW.order_number, 'status', NEW.status));
    PERFORM pg_notify('outbox', NEW.id::text);
  END IF;
  RETURN NEW;
END $$;

SET LOCAL lock_timeout = '2s';
CREATE TRIGGER orders_to_outbox AFTER INSERT OR UPDATE ON orders
  FOR EACH ROW EXECUTE FUNCTION order_to_outbox();

GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO ${app_role};
