CREATE TABLE hotels (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  city text NOT NULL
);

CREATE TABLE rooms (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hotel_id bigint NOT NULL REFERENCES hotels (id),
  number varchar(10) NOT NULL,
  beds smallint NOT NULL DEFAULT 2,
  UNIQUE (hotel_id, number)
);

CREATE TABLE guests (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email varchar(100) NOT NULL,
  name text NOT NULL,
  phone text,
  created_at timestamp NOT NULL DEFAULT now()
);
