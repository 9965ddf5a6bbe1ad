-- Since this morning nobody can change an order: "cannot update table order_items because it does
-- not have a replica identity and publishes updates". Give it one.
ALTER TABLE order_items REPLICA IDENTITY USING INDEX order_items_order_product_key;
