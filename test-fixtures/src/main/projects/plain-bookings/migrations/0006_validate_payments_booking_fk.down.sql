-- A constraint that is valid harms no older version.
SELECT 1;
