-- Statements of most kinds, so that what reads and judges them is loaded while the archive is trained.
CREATE TABLE customers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE orders (
    id bigserial PRIMARY KEY,
    customer_id bigint REFERENCES customers (id),
    status varchar(20) NOT NULL DEFAULT 'new' CHECK (status <> ''),
    total numeric(12, 2),
    placed_at timestamptz
) PARTITION BY RANGE (placed_at);
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE SEQUENCE invoice_numbers;
CREATE INDEX orders_by_customer ON orders (customer_id) WHERE status = 'new';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.placed_at := now();
  RETURN NEW;
END
$$;
CREATE TRIGGER touch_orders BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TABLE orders IS 'what people bought';
GRANT SELECT ON orders TO PUBLIC;
INSERT INTO customers (email) VALUES ('a@example.org'), ('b@example.org');
