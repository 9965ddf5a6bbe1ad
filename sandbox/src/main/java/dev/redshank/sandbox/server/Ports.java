package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/** Finds a port on the loopback address that nobody listens on. */
interface Ports {
  int next();

  /** Any. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new SandboxException("No free port on the loopback address", none);
    }
  }

  /** The wanted one at first, and others where somebody listens there already. */
  static Ports beginningWith(OptionalInt wanted) {
    AtomicBoolean tried = new AtomicBoolean(wanted.isEmpty());
    return () -> tried.getAndSet(true) ? free() : wanted.orElseThrow();
  }
}
