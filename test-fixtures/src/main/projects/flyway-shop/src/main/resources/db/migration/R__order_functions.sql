CREATE OR REPLACE FUNCTION order_total(order_id bigint) RETURNS numeric
  LANGUAGE sql STABLE
AS $sql$
  SELECT coalesce(sum(i.quantity * i.unit_price), 0)
  FROM order_items i
  WHERE i.order_id = order_total.order_id;
$sql$;

CREATE OR REPLACE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END;
$$;

DROP TRIGGER IF EXISTS orders_set_updated_at ON orders;
CREATE TRIGGER orders_set_updated_at BEFORE UPDATE ON orders
  FOR EACH ROW EXECUTE FUNCTION set_updated_at();
