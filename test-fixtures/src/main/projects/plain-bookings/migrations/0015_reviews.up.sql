CREATE TABLE reviews (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id bigint NOT NULL,
  stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  words text
);

CREATE UNIQUE INDEX reviews_booking_id_key ON reviews (booking_id);

ALTER TABLE reviews ADD COLUMN written_at timestamptz NOT NULL DEFAULT now();
