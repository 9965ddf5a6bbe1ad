package dev.redshank.sandbox.drill;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * One thing that is wrong in an incident: how it came about, what shows that somebody found it, what
 * shows that it is mended, and what must not be done about it.
 */
interface Front {
  /** Makes what it needs; everything that is there afterwards is what the trainee finds. */
  default void build(World world) throws SQLException {}

  /** The sessions that are part of it come in. */
  default void people(World world) throws SQLException {}

  /** What shows that the trainee found it. */
  default List<Part> detect() {
    return List.of();
  }

  /** What shows that it is mended. */
  default List<Part> fix() {
    return List.of();
  }

  /** What must not be done about it, beside what must never be done. */
  default List<Trap> traps() {
    return List.of();
  }

  /** What is worth saying about the way it was mended; costs and brings nothing. */
  default List<Remark> remarks() {
    return List.of();
  }

  /** The privileges that mending it takes, as {@link Picture} words them. */
  default Set<String> grants() {
    return Set.of();
  }

  /** What is usually a trap and is the way to mend it here. */
  default Set<Licence> licences() {
    return Set.of();
  }

  /** What may be right in one incident and is a trap in all others. */
  enum Licence {
    /** Indexes may be made. */
    INDEXES,
    /** Rows may be deleted; the front itself says which. */
    ROWS,
    /** Relations that are made may be granted to the applications. */
    NEW_RELATIONS
  }
}
