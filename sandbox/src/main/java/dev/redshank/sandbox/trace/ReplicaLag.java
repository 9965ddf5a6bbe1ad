package dev.redshank.sandbox.trace;

import java.util.Optional;

/** Says how far a replica is behind. */
public interface ReplicaLag {
  /** Nothing follows the server. */
  ReplicaLag NO_REPLICA = Optional::empty;

  /**
   * How far it is behind a statement that has just ended, and when it has made that up; empty where there is no replica. What comes
   * next begins without arrears, so that they are told of the statement that made them.
   */
  Optional<Lag> behind();

  /** Lets it have all that was done so far at once: nobody asks how long a set-up takes to arrive. */
  default void settle() {}
}
