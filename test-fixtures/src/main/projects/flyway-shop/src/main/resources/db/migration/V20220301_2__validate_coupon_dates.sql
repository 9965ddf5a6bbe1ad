ALTER TABLE coupons VALIDATE CONSTRAINT coupons_dates_ordered;
