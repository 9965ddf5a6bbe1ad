package dev.redshank.core.schema;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * An immutable value that is computed when somebody first asks. Two threads that ask at the same moment may
 * both compute it; they get the same.
 */
public final class Deferred<T> implements Supplier<T> {
  private final Supplier<T> compute;
  private Optional<T> known = Optional.empty();

  public Deferred(Supplier<T> compute) {
    this.compute = compute;
  }

  @Override
  public T get() {
    Optional<T> value = known;
    if (value.isEmpty()) {
      value = Optional.of(compute.get());
      known = value;
    }
    return value.get();
  }
}
