package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A link to a server on this machine that lets only so many bytes a second come from it. On one
 * machine a standby is too quick to be behind; over a link it is behind, and always as much.
 */
public final class ThrottledLink implements AutoCloseable {
  private static final long UNLIMITED = 0;
  private static final int CHUNK = 8 << 10;

  /** Threads wake late: so much of it is made up for, or a busy machine would have a slower link. */
  private static final long OVERSLEPT = TimeUnit.MILLISECONDS.toNanos(20);

  private final int target;
  private final ServerSocket door;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile long bytesPerSecond = UNLIMITED;

  private ThrottledLink(int target, ServerSocket door) {
    this.target = target;
    this.door = door;
  }

  /** A link without a limit yet. */
  public static ThrottledLink to(PostgresServer server) {
    try {
      ThrottledLink link = new ThrottledLink(
          server.port(), new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
      begin("redshank-link", link::accept);
      return link;
    } catch (IOException failure) {
      throw new SandboxException("No free port on the loopback address", failure);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Limits what comes from the server, from now on. */
  public void limit(long bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
  }

  public void unlimited() {
    bytesPerSecond = UNLIMITED;
  }

  private static void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException closed) {
        // Either the link is closed, or its server is gone and the client tries again.
        continue;
      }
    }
  }

  private void connect(Socket client) throws IOException {
    sockets.add(client);
    Socket server = new Socket();
    sockets.add(server);
    // What waits in a buffer has left the server already: the smaller, the more exact is the limit.
    server.setReceiveBufferSize(8 * CHUNK);
    server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    begin("redshank-link-down", () -> pump(server, client, true));
    begin("redshank-link-up", () -> pump(client, server, false));
  }

  private void pump(Socket from, Socket to, boolean limited) {
    byte[] chunk = new byte[CHUNK];
    long free = System.nanoTime();
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        long rate = bytesPerSecond;
        if (limited && rate != UNLIMITED) {
          long begin = Math.max(free, System.nanoTime() - OVERSLEPT);
          free = begin + TimeUnit.SECONDS.toNanos(1) * count / rate;
          awaitNanoTime(free);
        }
        out.write(chunk, 0, count);
      }
    } catch (IOException gone) {
      // The other end is closed on leaving, too.
      return;
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void awaitNanoTime(long moment) {
    while (System.nanoTime() < moment && !door.isClosed() && bytesPerSecond != UNLIMITED) {
      LockSupport.parkNanos(Math.min(moment - System.nanoTime(), 50_000_000));
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException failure) {
      throw new SandboxException("Cannot close the link", failure);
    }
  }
}
