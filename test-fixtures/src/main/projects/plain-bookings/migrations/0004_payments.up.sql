CREATE TABLE payments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id bigint NOT NULL,
  amount numeric(8,2) NOT NULL,
  paid_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX payments_booking_id_idx ON payments (booking_id);
