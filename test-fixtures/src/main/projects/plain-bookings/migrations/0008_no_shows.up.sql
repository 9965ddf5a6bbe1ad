ALTER TYPE booking_state ADD VALUE 'no_show';
