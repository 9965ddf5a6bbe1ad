CREATE TABLE warehouses (
  code  char(4) PRIMARY KEY,
  name  text NOT NULL
);

INSERT INTO warehouses (code, name) VALUES ('HAM1', 'Hamburg'), ('LEJ1', 'Leipzig');

CREATE TABLE inventory (
  warehouse   char(4) NOT NULL REFERENCES warehouses (code),
  product_id  bigint NOT NULL REFERENCES products (id),
  on_hand     integer NOT NULL DEFAULT 0,
  reserved    integer NOT NULL DEFAULT 0,
  PRIMARY KEY (warehouse, product_id)
);

CREATE FUNCTION reserve_stock() RETURNS trigger
  LANGUAGE plpgsql
AS $function$
BEGIN
  -- The warehouse with the most stock takes the item; it's good enough for two of them.
  UPDATE inventory
  SET reserved = reserved + NEW.quantity
  WHERE (warehouse, product_id) = (
    SELECT i.warehouse, i.product_id
    FROM inventory i
    WHERE i.product_id = NEW.product_id
    ORDER BY i.on_hand - i.reserved DESC
    LIMIT 1);
  RETURN NEW;
END;
$function$;

CREATE TRIGGER order_items_reserve_stock
  AFTER INSERT ON order_items
  FOR EACH ROW EXECUTE FUNCTION reserve_stock();
