CREATE TABLE returns (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id    bigint NOT NULL,
  reason      text NOT NULL DEFAULT 'doesn''t fit',
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX returns_order_id_idx ON returns (order_id);

UPDATE orders SET status = 'returned' WHERE note LIKE 'RETOURE%';
DELETE FROM inventory WHERE on_hand = 0 AND reserved = 0;
