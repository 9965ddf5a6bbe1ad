package dev.redshank.sandbox.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Listens to a server's log: says when it is ready and keeps its last words. */
final class ServerLog {
  private static final String READY = "database system is ready to accept connections";
  private static final String STANDBY_READY =
      "database system is ready to accept read-only connections";
  private static final int LINES = 50;

  private final Deque<String> last = new ArrayDeque<>();
  private final CountDownLatch settled = new CountDownLatch(1);
  private final Consumer<String> listener;
  private volatile boolean ready;

  private ServerLog(Consumer<String> listener) {
    this.listener = listener;
  }

  static ServerLog listen(Process process, Consumer<String> listener) {
    ServerLog log = new ServerLog(listener);
    Thread thread = new Thread(() -> log.read(process), "redshank-postgres-log");
    thread.setDaemon(true);
    thread.start();
    return log;
  }

  /** Whether the server became ready; false when it ended or {@code seconds} passed. */
  boolean awaitReady(int seconds) throws InterruptedException {
    return settled.await(seconds, TimeUnit.SECONDS) && ready;
  }

  String lastLines() {
    synchronized (last) {
      return String.join("\n", last);
    }
  }

  private void read(Process process) {
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line);
        listener.accept(line);
        if (line.contains(READY) || line.contains(STANDBY_READY)) {
          ready = true;
          settled.countDown();
        }
      }
    } catch (IOException closed) {
      keep("the log ended: " + closed.getMessage());
    } finally {
      settled.countDown();
    }
  }

  private void keep(String line) {
    synchronized (last) {
      last.addLast(line);
      if (last.size() > LINES) {
        last.removeFirst();
      }
    }
  }
}
