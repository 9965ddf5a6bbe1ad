package dev.redshank.core.impact;

import dev.redshank.core.schema.RelationName;
import java.util.Collection;
import java.util.function.Function;

/**
 * Relations that a part of a statement concerns.
 *
 * @param words which they are, for people
 * @param <P> the part
 */
record Which<P>(
    String words, Function<Scene<? extends P>, ? extends Collection<RelationName>> finder) {
  Collection<RelationName> in(Scene<? extends P> scene) {
    return finder.apply(scene);
  }
}
