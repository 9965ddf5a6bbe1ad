package dev.redshank.sandbox.measure;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.SandboxException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One statement's way through the gates: at each one it stops, is looked at, and is let go. Without
 * gates it only runs, and is looked at over and over where that is wanted. In all cases it ends when its time is up.
 */
final class Passage {
  /** How long a statement gets to hear that it is cancelled, and its session that it ends. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Monitor monitor;
  private final Subject subject;
  private final List<Gate> gates;
  private final Optional<Duration> limit;
  private Optional<Runnable> looked = Optional.empty();
  private boolean waitedForSnapshots;
  private long stoppedNanos;

  Passage(Monitor monitor, Subject subject, List<Gate> gates, Optional<Duration> limit) {
    this.monitor = monitor;
    this.subject = subject;
    this.gates = List.copyOf(gates);
    this.limit = limit;
  }

  /** Looks at a statement that no gate stops again and again; {@code looked} hears of each look. */
  Passage watched(Runnable looked) {
    this.looked = Optional.of(looked);
    return this;
  }

  /** Runs the statement; {@code looks} gets the session's locks at every gate that stopped it. */
  Subject.Outcome through(
      Supplier<Subject.Outcome> statement, Consumer<Map<Long, Set<LockMode>>> looks)
      throws SQLException {
    if (gates.isEmpty() && limit.isEmpty() && looked.isEmpty()) {
      return statement.get();
    }
    CompletableFuture<Subject.Outcome> running = CompletableFuture.supplyAsync(
        statement, task -> new Thread(task, "redshank-statement").start());
    Alarm alarm = new Alarm(System.nanoTime());
    while (!finished(running)) {
      alarm.check();
      if (!gates.isEmpty()) {
        lookAround(looks);
      } else if (looked.isPresent()) {
        looks.accept(monitor.locks(subject.pid()));
        waitedForSnapshots = waitedForSnapshots || monitor.waitsForSnapshots(subject.pid());
        looked.get().run();
      }
    }
    return running.join().shorter(Duration.ofNanos(stoppedNanos));
  }

  private void lookAround(Consumer<Map<Long, Set<LockMode>>> looks) throws SQLException {
    long start = System.nanoTime();
    Set<Integer> blockers = monitor.blockers(subject.pid());
    for (Gate gate : gates) {
      if (blockers.contains(gate.pid())) {
        looks.accept(monitor.locks(subject.pid()));
        waitedForSnapshots = waitedForSnapshots || gate.holdsSnapshotOnly();
        gate.open();
        stoppedNanos += System.nanoTime() - start;
        return;
      }
    }
  }

  boolean waitedForSnapshots() {
    return waitedForSnapshots;
  }

  /** Waits a little for the statement, then the gates are looked at again. */
  private boolean finished(CompletableFuture<Subject.Outcome> running) {
    try {
      running.get(gates.isEmpty() && looked.isEmpty() ? 50 : 1, TimeUnit.MILLISECONDS);
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

  /** Cancels a statement whose time is up; one that catches that loses its session. */
  private final class Alarm {
    private final long start;
    private boolean cancelled;
    private boolean terminated;

    Alarm(long start) {
      this.start = start;
    }

    void check() throws SQLException {
      if (limit.isEmpty()) {
        return;
      }
      long late = System.nanoTime() - start - limit.get().toNanos();
      if (late > 0 && !cancelled) {
        cancelled = true;
        monitor.cancel(subject.pid());
      } else if (late > GRACE.toNanos() && !terminated) {
        terminated = true;
        monitor.terminate(subject.pid());
      } else if (late > 4 * GRACE.toNanos()) {
        throw new SandboxException("A statement cannot be ended: its server does not answer.");
      }
    }
  }
}
