-- lock_timeout also counts the wait for other people's old transactions, and a build that gives up
-- leaves an invalid index behind. So: no timeout here, and whatever an earlier try left goes first.
SET lock_timeout = 0;
SET statement_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS outbox_unpublished_idx;
CREATE INDEX CONCURRENTLY outbox_unpublished_idx ON outbox (id) WHERE published_at IS NULL;
RESET statement_timeout;
RESET lock_timeout;
