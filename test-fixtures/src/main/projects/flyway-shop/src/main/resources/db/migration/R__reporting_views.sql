-- Checked by the nightly job; add columns at the end only, it reads by position.
CREATE OR REPLACE VIEW ${reporting_schema}.stock AS
  SELECT p.sku, i.warehouse, i.on_hand - i.reserved AS available
  FROM inventory i JOIN products p ON p.id = i.product_id;

CREATE OR REPLACE VIEW ${reporting_schema}.best_sellers AS
  SELECT p.id, p.sku, p.title, sum(i.quantity) AS sold
  FROM order_items i JOIN products p ON p.id = i.product_id
  GROUP BY p.id
  ORDER BY sold DESC
  LIMIT 100;
