-- The self-service portal connects as ${app_role} and sets app.customer_id.
CREATE POLICY addresses_own_rows ON addresses
  USING (customer_id = current_setting('app.customer_id', true)::bigint);
ALTER TABLE addresses ENABLE ROW LEVEL SECURITY;
