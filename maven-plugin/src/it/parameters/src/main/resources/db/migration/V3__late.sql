CREATE INDEX orders_late ON orders (id);
