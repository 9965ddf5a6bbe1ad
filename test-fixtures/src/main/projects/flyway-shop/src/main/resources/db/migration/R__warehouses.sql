-- The list of warehouses comes from here, not from the back office.
DROP TABLE IF EXISTS warehouse_labels;
CREATE TABLE warehouse_labels (code char(4) PRIMARY KEY, label text NOT NULL);
INSERT INTO warehouse_labels (code, label) VALUES ('HAM1', 'Hamburg'), ('LEJ1', 'Leipzig');
UPDATE warehouses w SET name = l.label FROM warehouse_labels l WHERE l.code = w.code;
