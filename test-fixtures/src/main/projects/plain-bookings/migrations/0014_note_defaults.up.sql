SET lock_timeout = '2s';
ALTER TABLE bookings ALTER COLUMN note SET DEFAULT '';
ALTER TABLE rooms ALTER COLUMN note SET DEFAULT '';
