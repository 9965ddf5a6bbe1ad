-- Nobody uses order_items.id; the pair is the key.
ALTER TABLE order_items DROP CONSTRAINT order_items_pkey;
ALTER TABLE order_items ADD CONSTRAINT order_items_order_product_key UNIQUE (order_id, product_id);
