-- Found -3 copies of the almanac on Monday. The database should have refused.
ALTER TABLE inventory
  ADD CONSTRAINT inventory_on_hand_not_negative CHECK (on_hand >= 0),
  ADD CONSTRAINT inventory_reserved_not_negative CHECK (reserved >= 0);
