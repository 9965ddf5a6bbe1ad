-- Two accounts with the same address confuse the password reset. Don't allow it any more.
CREATE UNIQUE INDEX customers_email_key ON customers (lower(email));
