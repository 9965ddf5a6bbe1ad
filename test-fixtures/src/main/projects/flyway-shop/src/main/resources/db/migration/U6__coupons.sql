DROP TABLE coupon_uses;
DROP TABLE coupons;
