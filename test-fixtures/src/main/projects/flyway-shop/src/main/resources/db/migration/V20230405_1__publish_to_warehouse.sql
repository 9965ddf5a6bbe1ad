-- The data warehouse reads these by logical replication.
CREATE PUBLICATION ${publication}
  FOR TABLE customers, orders, order_items, products
  WITH (publish = 'insert, update, delete');
