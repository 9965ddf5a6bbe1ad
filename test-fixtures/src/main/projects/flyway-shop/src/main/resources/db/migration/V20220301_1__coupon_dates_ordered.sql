SET LOCAL lock_timeout = '2s';

ALTER TABLE coupons
  ADD CONSTRAINT coupons_dates_ordered CHECK (valid_until >= valid_from) NOT VALID;
