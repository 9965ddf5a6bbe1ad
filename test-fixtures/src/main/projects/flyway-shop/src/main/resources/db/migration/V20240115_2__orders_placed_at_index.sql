-- Keep it short: last time a migration held up the shop for ten minutes.
SET lock_timeout = '3s';
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_placed_at_idx ON orders (placed_at DESC);
