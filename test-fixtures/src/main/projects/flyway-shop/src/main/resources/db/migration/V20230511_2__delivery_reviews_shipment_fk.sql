SET LOCAL lock_timeout = '2s';
ALTER TABLE delivery_reviews
  ADD CONSTRAINT delivery_reviews_shipment_id_fkey
  FOREIGN KEY (shipment_id) REFERENCES shipments (id) ON DELETE CASCADE;
