-- Built on the side and attached: writers of audit.events do not notice.
CREATE TABLE audit.events_202403 (
  LIKE audit.events INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
  CONSTRAINT events_202403_bounds CHECK (
    happened_at >= timestamptz '2024-03-01' AND happened_at < timestamptz '2024-04-01')
);

SET LOCAL lock_timeout = '2s';
ALTER TABLE audit.events ATTACH PARTITION audit.events_202403
  FOR VALUES FROM (timestamptz '2024-03-01') TO (timestamptz '2024-04-01');
ALTER TABLE audit.events_202403 DROP CONSTRAINT events_202403_bounds;
