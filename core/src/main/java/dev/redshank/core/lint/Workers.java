package dev.redshank.core.lint;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The threads that read and judge beside the one that walks the timeline. They are started when there is more work than the
 * reading and judging of one small file, for which they would cost more than they save.
 */
final class Workers implements AutoCloseable {
  private final int threads = Runtime.getRuntime().availableProcessors();
  private int tasksWithoutThreads;
  private Optional<ExecutorService> pool = Optional.empty();

  private Workers(int tasksWithoutThreads) {
    this.tasksWithoutThreads = tasksWithoutThreads;
  }

  /** The threads for a run over so many files. */
  static Workers forFiles(int files) {
    return new Workers(files > 1 ? 0 : 2);
  }

  /** Does a task now or soon. */
  <T> Future<T> submit(Callable<T> task) {
    if (threads == 1 || tasksWithoutThreads > 0) {
      tasksWithoutThreads--;
      return now(task);
    }
    if (pool.isEmpty()) {
      pool = Optional.of(Executors.newFixedThreadPool(threads, Workers::daemon));
    }
    return pool.get().submit(task);
  }

  private static <T> Future<T> now(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      result.complete(task.call());
    } catch (Exception failure) {
      result.completeExceptionally(failure);
    }
    return result;
  }

  /** What came of a task; waits for it. */
  static <T> T take(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while migrations were read.", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A migration could not be read.", failed.getCause());
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "redshank-worker");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    pool.ifPresent(ExecutorService::shutdownNow);
  }
}
