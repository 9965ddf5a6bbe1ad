package dev.redshank.sandbox.replay.actor;

import dev.redshank.sandbox.replay.result.ProbeResult;

/** Somebody who uses the database in the background until the act is over. */
public interface Actor extends AutoCloseable {
  /** The name of its session or sessions, which {@code pg_stat_activity} shows. */
  String name();

  /** What it saw so far. */
  ProbeResult result();

  /** Sends it away, whatever it waits for. */
  @Override
  void close();
}
