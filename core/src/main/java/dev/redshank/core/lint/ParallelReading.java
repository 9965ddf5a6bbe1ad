package dev.redshank.core.lint;

import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads migrations on all processors and hands them on in their order. No more than a window of them
 * is in memory, so a folder of any size costs no more than its largest files.
 */
final class ParallelReading {
  private static final int WINDOW = 64;

  private final Reading.Reader reader;

  ParallelReading(Reading.Reader reader) {
    this.reader = reader;
  }

  /** A migration, or the reason why there is none. */
  record Outcome(Optional<ReadMigration> migration, Optional<Problem> problem) {}

  void forEach(List<MigrationFile> files, Consumer<Outcome> consumer) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), files.size());
    if (threads <= 1) {
      files.forEach(file -> consumer.accept(read(file)));
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads, ParallelReading::daemon);
    try {
      windowed(files, pool, consumer);
    } finally {
      pool.shutdownNow();
    }
  }

  private void windowed(List<MigrationFile> files, ExecutorService pool, Consumer<Outcome> consumer) {
    Deque<Future<Outcome>> window = new ArrayDeque<>();
    Iterator<MigrationFile> next = files.iterator();
    while (next.hasNext() || !window.isEmpty()) {
      while (next.hasNext() && window.size() < WINDOW) {
        MigrationFile file = next.next();
        window.add(pool.submit(() -> read(file)));
      }
      consumer.accept(take(window.remove()));
    }
  }

  private static Outcome take(Future<Outcome> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while migrations were read.", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A migration could not be read.", failed.getCause());
    }
  }

  private Outcome read(MigrationFile file) {
    Reading reading = reader.read(file);
    Optional<ReadMigration> migration =
        reading.source().map(source -> ReadMigration.read(file, source));
    return new Outcome(migration, reading.problem());
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "redshank-reader");
    thread.setDaemon(true);
    return thread;
  }
}
