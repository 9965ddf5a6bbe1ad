package dev.redshank.sandbox.measure;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.SandboxException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One statement's way through the gates: at each one it stops, is looked at, and is let go. Where
 * there are no gates it is looked at over and over.
 */
final class Passage {
  private final Monitor monitor;
  private final Subject subject;
  private final List<Gate> gates;
  private final Runnable looked;
  private boolean waitedForSnapshots;

  /** {@code looked} hears of each look at a statement without gates. */
  Passage(Monitor monitor, Subject subject, List<Gate> gates, Runnable looked) {
    this.looked = looked;
    this.monitor = monitor;
    this.subject = subject;
    this.gates = List.copyOf(gates);
  }

  /** Runs the statement; {@code looks} gets the session's locks at every gate that stopped it. */
  Subject.Outcome through(String statement, Consumer<Map<Long, Set<LockMode>>> looks)
      throws SQLException {
    CompletableFuture<Subject.Outcome> running = CompletableFuture.supplyAsync(
        () -> subject.attempt(statement), task -> new Thread(task, "redshank-statement").start());
    while (!finished(running)) {
      if (gates.isEmpty()) {
        looks.accept(monitor.locks(subject.pid()));
        waitedForSnapshots = waitedForSnapshots || monitor.waitsForSnapshots(subject.pid());
        looked.run();
        continue;
      }
      Set<Integer> blockers = monitor.blockers(subject.pid());
      for (Gate gate : gates) {
        if (blockers.contains(gate.pid())) {
          looks.accept(monitor.locks(subject.pid()));
          waitedForSnapshots = waitedForSnapshots || gate.holdsSnapshotOnly();
          gate.open();
          break;
        }
      }
    }
    return running.join();
  }

  boolean waitedForSnapshots() {
    return waitedForSnapshots;
  }

  /** Waits a millisecond for the statement, then the gates are looked at again. */
  private static boolean finished(CompletableFuture<Subject.Outcome> running) {
    try {
      running.get(1, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillRunning) {
      return false;
    } catch (ExecutionException failure) {
      throw new SandboxException("The statement's thread failed", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while a statement runs", interrupted);
    }
  }
}
