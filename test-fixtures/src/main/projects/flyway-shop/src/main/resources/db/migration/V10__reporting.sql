CREATE SCHEMA ${reporting_schema};

CREATE VIEW ${reporting_schema}.open_orders AS
  SELECT o.id, o.order_number, c.full_name, o.placed_at
  FROM orders o JOIN customers c ON c.id = o.customer_id
  WHERE o.status IN ('new', 'paid');

CREATE MATERIALIZED VIEW ${reporting_schema}.daily_revenue AS
  SELECT date_trunc('day', o.placed_at) AS day,
         count(DISTINCT o.id) AS orders,
         sum(i.quantity * i.unit_price) AS revenue
  FROM orders o JOIN order_items i ON i.order_id = o.id
  WHERE o.status <> 'cancelled'
  GROUP BY 1;

CREATE UNIQUE INDEX daily_revenue_day_key ON ${reporting_schema}.daily_revenue (day);
