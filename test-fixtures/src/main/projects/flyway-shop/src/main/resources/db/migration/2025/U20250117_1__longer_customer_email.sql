-- back to what V1 had
ALTER TABLE customers ALTER COLUMN email TYPE varchar(100);
