CREATE TABLE loyalty_accounts (
  customer_id  bigint PRIMARY KEY,
  points       integer NOT NULL DEFAULT 0 CHECK (points >= 0),
  tier         text GENERATED ALWAYS AS (
    CASE WHEN points >= 10000 THEN 'gold' WHEN points >= 1000 THEN 'silver' ELSE 'basic' END) STORED
);

CREATE TABLE loyalty_movements (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id  bigint NOT NULL REFERENCES loyalty_accounts (customer_id),
  points       integer NOT NULL,
  reason       text NOT NULL,
  booked_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX loyalty_movements_customer_id_idx ON loyalty_movements (customer_id, booked_at);

INSERT INTO loyalty_accounts (customer_id, points)
SELECT customer_id, floor(sum(total))::integer
FROM orders
WHERE status = 'delivered'
GROUP BY customer_id
ON CONFLICT (customer_id) DO NOTHING;
