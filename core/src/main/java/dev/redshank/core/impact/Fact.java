package dev.redshank.core.impact;

import java.util.function.Predicate;

/**
 * Something that holds of a part of a statement, or does not.
 *
 * @param words the claim, for people
 * @param <P> the part
 */
record Fact<P>(String words, Predicate<Scene<? extends P>> test) {
  boolean holds(Scene<? extends P> scene) {
    return test.test(scene);
  }

  /** This and the other. */
  <Q extends P> Fact<Q> and(Fact<? super Q> other) {
    return new Fact<>(words + " and " + other.words(), scene -> holds(scene) && other.holds(scene));
  }

  Fact<P> negated() {
    return new Fact<>("not: " + words, scene -> !holds(scene));
  }
}
