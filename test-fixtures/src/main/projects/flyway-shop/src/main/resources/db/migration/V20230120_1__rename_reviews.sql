-- There will be reviews of deliveries too.
ALTER TABLE reviews RENAME TO product_reviews;
