package dev.redshank.build;

import java.util.List;
import java.util.function.Supplier;

/** Refers twice to the same method. */
final class SameLambdaTwice {
  private SameLambdaTwice() {}

  static List<Supplier<Thread>> both() {
    return List.of(Thread::currentThread, Thread::currentThread);
  }
}
