SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY IF NOT EXISTS payments_paid_at_idx ON payments (paid_at);
