-- The spaces are gone for good.
SELECT 1;
