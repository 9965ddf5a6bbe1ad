-- 9 GB for a 2 GB table
REINDEX INDEX orders_customer_id_idx;
