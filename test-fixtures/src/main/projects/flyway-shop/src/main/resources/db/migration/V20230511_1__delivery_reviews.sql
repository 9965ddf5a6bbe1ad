CREATE TABLE delivery_reviews (
  shipment_id  bigint PRIMARY KEY,
  stars        smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  body         text,
  created_at   timestamptz NOT NULL DEFAULT now()
);

-- The table is a minute old, everything below is free.
ALTER TABLE delivery_reviews ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE delivery_reviews ADD COLUMN "order" bigint NOT NULL;
ALTER TABLE delivery_reviews RENAME COLUMN "order" TO order_number;
ALTER TABLE delivery_reviews ALTER COLUMN stars TYPE integer;
ALTER TABLE delivery_reviews ADD CONSTRAINT delivery_reviews_body_not_empty CHECK (body <> '');
CREATE INDEX ON delivery_reviews (order_number);
GRANT SELECT, INSERT ON delivery_reviews TO ${app_role};
