package dev.redshank.sandbox.server;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tidying up that is done once: when it is due, or before, when the process is told to end. */
final class AtExit implements AutoCloseable {
  private final Runnable work;
  private final AtomicBoolean done = new AtomicBoolean();
  private final Thread hook = new Thread(this::doWork, "redshank-at-exit");

  private AtExit(Runnable work) {
    this.work = work;
  }

  /** From now on {@code work} is done at the end of the process, unless it was done before. */
  static AtExit of(Runnable work) {
    AtExit atExit = new AtExit(work);
    try {
      Runtime.getRuntime().addShutdownHook(atExit.hook);
    } catch (IllegalStateException exiting) {
      atExit.doWork();
      throw exiting;
    }
    return atExit;
  }

  /** Whether the work is done or begun. */
  boolean isDone() {
    return done.get();
  }

  /** Does the work now. */
  @Override
  public void close() {
    if (doWork()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException exiting) {
        // The hook itself runs already and finds the work done.
        return;
      }
    }
  }

  private boolean doWork() {
    if (!done.compareAndSet(false, true)) {
      return false;
    }
    work.run();
    return true;
  }
}
