ALTER TABLE payments VALIDATE CONSTRAINT payments_booking_fk;
