--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total >= 0);
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CHECK (total >= 0 AND note <> 'a;b');
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total >= 0) NOT VALID;
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total >= 0) NO INHERIT NOT VALID;
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total >= 0) NOT VALID NO INHERIT;
--# kind: ALTER TABLE | add constraint [18+]
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total >= 0) NOT ENFORCED;
--# kind: ALTER TABLE | add constraint [18+]
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total >= 0) ENFORCED;
--# kind: ALTER TABLE | add constraint
ALTER TABLE ONLY orders ADD CONSTRAINT c CHECK (((id > 0) AND (note IS NOT NULL)) OR (customer_id IN (1, 2, 3)));
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT c CHECK (note ~ '^[a-z]+\;$' AND note NOT LIKE '%x' ESCAPE '!');
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT c CHECK (note SIMILAR TO '[ab]+' OR total BETWEEN SYMMETRIC 10 AND 1 OR note IS DISTINCT FROM 'x');
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT c CHECK (jsonb_typeof(note::jsonb -> 'a') = 'object' AND (note::jsonb ? 'b') AND note::jsonb @> '{"a": 1}');
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT c CHECK (num_nonnulls(id, customer_id) = 1);
--# kind: ALTER TABLE | add constraint [18+]
ALTER TABLE orders ADD CONSTRAINT orders_total_nn NOT NULL total;
--# kind: ALTER TABLE | add constraint [18+]
ALTER TABLE orders ADD CONSTRAINT orders_total_nn NOT NULL total NOT VALID;
--# kind: ALTER TABLE | add constraint [18+]
ALTER TABLE orders ADD NOT NULL "total" NO INHERIT;
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT orders_note_key UNIQUE (note);
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD UNIQUE (customer_id, placed_at);
--# kind: ALTER TABLE | add constraint [15+]
ALTER TABLE orders ADD CONSTRAINT orders_note_key UNIQUE NULLS NOT DISTINCT (note, "customer_id") INCLUDE (total, status) WITH (fillfactor = 70) USING INDEX TABLESPACE pg_default DEFERRABLE INITIALLY DEFERRED;
--# kind: ALTER TABLE | add constraint [15+]
ALTER TABLE orders ADD CONSTRAINT orders_note_key UNIQUE NULLS DISTINCT (note) NOT DEFERRABLE;
--# kind: ALTER TABLE | add constraint [18+]
ALTER TABLE orders ADD CONSTRAINT orders_when UNIQUE (customer_id, placed_at WITHOUT OVERLAPS);
--# kind: ALTER TABLE | add constraint using index
ALTER TABLE orders ADD CONSTRAINT orders_note_key UNIQUE USING INDEX orders_note_uidx;
--# kind: ALTER TABLE | add constraint using index
ALTER TABLE orders ADD UNIQUE USING INDEX orders_note_uidx DEFERRABLE INITIALLY DEFERRED;
--# kind: ALTER TABLE | add constraint using index
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_note_uidx;
--# kind: ALTER TABLE | add constraint using index
ALTER TABLE orders ADD PRIMARY KEY USING INDEX "Orders Pkey" NOT DEFERRABLE INITIALLY IMMEDIATE;
--# kind: ALTER TABLE | drop constraint, add constraint using index
ALTER TABLE orders DROP CONSTRAINT orders_pkey, ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_pkey_new;
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD PRIMARY KEY (id);
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id, placed_at) INCLUDE (note) WITH (fillfactor = 90);
--# kind: ALTER TABLE | add constraint [18+]
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id, valid_at WITHOUT OVERLAPS);
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id);
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES public.customers (id) ON DELETE CASCADE NOT VALID;
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES "other table" (x, "y") MATCH FULL ON UPDATE SET DEFAULT ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED NOT VALID;
--# kind: ALTER TABLE | add constraint [15+]
ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES other MATCH SIMPLE ON DELETE SET NULL (b) ON UPDATE NO ACTION;
--# kind: ALTER TABLE | add constraint [15+]
ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES other (a, b) ON DELETE SET DEFAULT (a, b) NOT DEFERRABLE;
--# kind: ALTER TABLE | add constraint [18+]
ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customers (id) NOT ENFORCED;
--# kind: ALTER TABLE | add constraint [18+]
ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (customer_id, PERIOD valid_at) REFERENCES customers (id, PERIOD valid_at);
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT no_overlap EXCLUDE USING gist (customer_id WITH =, tstzrange(placed_at, placed_at) WITH &&);
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD EXCLUDE (note WITH =);
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT no_overlap EXCLUDE USING btree (note COLLATE "C" text_pattern_ops DESC NULLS LAST WITH OPERATOR(pg_catalog.=), (lower(status)) WITH =) INCLUDE (total) WITH (fillfactor = 50) USING INDEX TABLESPACE pg_default WHERE (status <> 'cancelled') DEFERRABLE INITIALLY DEFERRED;
--# kind: ALTER TABLE | add constraint, add constraint, add constraint
ALTER TABLE orders
  ADD CONSTRAINT a CHECK (total > 0) NOT VALID,
  ADD CONSTRAINT b UNIQUE (note),
  ADD CONSTRAINT c FOREIGN KEY (customer_id) REFERENCES customers (id);
--# kind: ALTER TABLE | add column, add constraint
ALTER TABLE orders ADD COLUMN ref uuid, ADD CONSTRAINT orders_ref_nn CHECK (ref IS NOT NULL) NOT VALID;
--# kind: ALTER TABLE | validate constraint
ALTER TABLE orders VALIDATE CONSTRAINT orders_total_positive;
--# kind: ALTER TABLE | validate constraint, validate constraint
ALTER TABLE IF EXISTS ONLY public.orders VALIDATE CONSTRAINT "a, b", VALIDATE CONSTRAINT c;
--# kind: ALTER TABLE | validate constraint, set not null, drop constraint
ALTER TABLE orders VALIDATE CONSTRAINT note_nn, ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT note_nn;
--# kind: ALTER TABLE | drop constraint
ALTER TABLE orders DROP CONSTRAINT orders_total_positive;
--# kind: ALTER TABLE | drop constraint
ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_total_positive RESTRICT;
--# kind: ALTER TABLE | drop constraint, drop constraint, drop constraint
ALTER TABLE orders DROP CONSTRAINT IF EXISTS a CASCADE, DROP CONSTRAINT b, DROP CONSTRAINT "C";
--# kind: ALTER TABLE | alter constraint
ALTER TABLE orders ALTER CONSTRAINT orders_customer_fk DEFERRABLE;
--# kind: ALTER TABLE | alter constraint
ALTER TABLE orders ALTER CONSTRAINT orders_customer_fk DEFERRABLE INITIALLY DEFERRED;
--# kind: ALTER TABLE | alter constraint
ALTER TABLE orders ALTER CONSTRAINT orders_customer_fk NOT DEFERRABLE INITIALLY IMMEDIATE;
--# kind: ALTER TABLE | alter constraint
ALTER TABLE orders ALTER CONSTRAINT orders_customer_fk INITIALLY IMMEDIATE;
--# kind: ALTER TABLE | alter constraint [18+]
ALTER TABLE orders ALTER CONSTRAINT orders_customer_fk ENFORCED;
--# kind: ALTER TABLE | alter constraint [18+]
ALTER TABLE orders ALTER CONSTRAINT orders_customer_fk NOT ENFORCED;
--# kind: ALTER TABLE | alter constraint [18+]
ALTER TABLE orders ALTER CONSTRAINT orders_total_nn INHERIT;
--# kind: ALTER TABLE | alter constraint
ALTER TABLE orders ALTER CONSTRAINT orders_total_nn NO INHERIT;
--# kind: ALTER TABLE | rename constraint
ALTER TABLE orders RENAME CONSTRAINT orders_pkey TO orders_pk;
--# kind: ALTER TABLE | rename constraint
ALTER TABLE IF EXISTS ONLY orders RENAME CONSTRAINT "old name" TO "new ""name""";
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT "check" CHECK (("check"."x").y > 0);
--# kind: ALTER TABLE | add constraint
alter table orders add constraint valid check (valid is true) not valid;
--# kind: ALTER TABLE | add constraint, alter constraint
ALTER TABLE "Orders" ADD CONSTRAINT using_index UNIQUE (using_index), ALTER CONSTRAINT fk1 DEFERRABLE;
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT c CHECK (total = ANY (ARRAY[1.0, 2.0]::numeric[]) OR note = ALL ('{a,b}'));
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT c CHECK (CASE status WHEN 'a' THEN total > 0 ELSE (SELECT true) END) NOT VALID;
--# kind: ALTER TABLE | add constraint
ALTER TABLE orders ADD CONSTRAINT c CHECK (note !~ $re$;\d$re$ AND note <> E'it\'s; \\' AND note <> U&'\0041;' AND 1 <> -1 AND +1 > - 1) /* end */ NOT /**/ VALID -- done
;
