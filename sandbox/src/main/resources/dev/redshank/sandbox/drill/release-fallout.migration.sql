ALTER TABLE orders ADD COLUMN release_id text;
CREATE INDEX orders_release_id_idx ON orders (release_id);
