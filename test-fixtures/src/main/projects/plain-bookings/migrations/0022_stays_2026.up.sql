-- Made beside the table and attached: the bounds are proven before.
SET lock_timeout = '2s';
CREATE TABLE stays_2026 (LIKE stays INCLUDING ALL, CHECK (day >= '2026-01-01' AND day < '2027-01-01'));
ALTER TABLE stays ATTACH PARTITION stays_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
