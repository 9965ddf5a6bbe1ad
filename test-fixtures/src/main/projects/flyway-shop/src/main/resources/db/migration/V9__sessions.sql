-- Sessions may be lost in a crash: people log in again.
CREATE UNLOGGED TABLE sessions (
  token        char(43) PRIMARY KEY,
  customer_id  bigint REFERENCES customers (id) ON DELETE CASCADE,
  data         jsonb NOT NULL DEFAULT '{}',
  expires_at   timestamptz NOT NULL
);
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO ${app_role};
