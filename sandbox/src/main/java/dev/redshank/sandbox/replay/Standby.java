package dev.redshank.sandbox.replay;

import dev.redshank.sandbox.server.PostgresServer;
import dev.redshank.sandbox.server.ThrottledLink;

/** A standby and the link that it streams through; one serves all replays of a run. */
record Standby(PostgresServer server, ThrottledLink link) implements AutoCloseable {
  static Standby of(PostgresServer primary) {
    ThrottledLink link = ThrottledLink.to(primary);
    try {
      return new Standby(primary.standby(link), link);
    } catch (RuntimeException failure) {
      link.close();
      throw failure;
    }
  }

  @Override
  public void close() {
    server.close();
    link.close();
  }
}
