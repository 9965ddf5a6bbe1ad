CREATE TABLE coupons (
  code         varchar(32) PRIMARY KEY,
  percent_off  smallint CHECK (percent_off BETWEEN 1 AND 90),
  amount_off   price,
  valid_from   date NOT NULL DEFAULT CURRENT_DATE,
  valid_until  date,
  max_uses     integer,
  CHECK ((percent_off IS NULL) <> (amount_off IS NULL))
);

CREATE TABLE coupon_uses (
  coupon_code  varchar(32) NOT NULL REFERENCES coupons (code),
  order_id     bigint NOT NULL REFERENCES orders (id),
  used_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (coupon_code, order_id)
);

CREATE INDEX coupon_uses_order_id_idx ON coupon_uses (order_id);
GRANT SELECT, INSERT ON coupons, coupon_uses TO ${app_role};
