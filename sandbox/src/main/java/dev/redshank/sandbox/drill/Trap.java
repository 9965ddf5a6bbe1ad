package dev.redshank.sandbox.drill;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Something that must not be done, also where it was undone.
 *
 * @param name as the score lists it
 */
record Trap(String name, Finder finder) {
  /** Looks for it; what was done, in words. */
  interface Finder {
    Optional<String> sprung(Inquest inquest) throws SQLException;
  }
}
