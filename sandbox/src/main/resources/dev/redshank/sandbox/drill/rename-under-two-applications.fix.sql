\connect app_db
SET lock_timeout = '2s';
BEGIN;
ALTER TABLE orders ADD COLUMN customer_note text;
CREATE FUNCTION orders_same_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.note := coalesce(NEW.note, NEW.customer_note);
  ELSIF NEW.customer_note IS DISTINCT FROM OLD.customer_note THEN
    NEW.note := NEW.customer_note;
  END IF;
  NEW.customer_note := NEW.note;
  RETURN NEW;
END $$;
CREATE TRIGGER orders_same_note BEFORE INSERT OR UPDATE ON orders
  FOR EACH ROW EXECUTE FUNCTION orders_same_note();
COMMIT;
UPDATE orders SET customer_note = note WHERE customer_note IS DISTINCT FROM note;
