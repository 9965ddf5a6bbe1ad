package dev.redshank.sandbox.trace;

import java.time.Duration;
import java.util.Optional;

/** How far a replica is behind. */
public interface ReplicaLag {
  /** Nothing follows the server. */
  ReplicaLag NO_REPLICA = Optional::empty;

  /** The lag right now; empty where there is no replica. */
  Optional<Duration> now();
}
