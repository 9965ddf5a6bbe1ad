CREATE EXTENSION IF NOT EXISTS pg_trgm;

ALTER TABLE products
  ADD COLUMN search tsvector
    GENERATED ALWAYS AS (
      to_tsvector('simple'::regconfig, title || ' ' || coalesce(description, ''))) STORED;

CREATE INDEX products_search_idx ON products USING gin (search);
CREATE INDEX products_title_trgm_idx ON products USING gin (title gin_trgm_ops) WITH (fastupdate = off);
