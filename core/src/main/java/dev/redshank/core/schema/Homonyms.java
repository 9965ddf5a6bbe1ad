package dev.redshank.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects of one name by schema. There is nearly always one, so they stand in a row, which costs a fraction
 * of a map for each name. Immutable.
 */
final class Homonyms<T> {
  private static final Homonyms<?> NONE = new Homonyms<>(List.of(), List.of());

  private final List<String> schemas;
  private final List<T> objects;

  private Homonyms(List<String> schemas, List<T> objects) {
    this.schemas = schemas;
    this.objects = objects;
  }

  @SuppressWarnings("unchecked") // nothing is in it
  static <T> Homonyms<T> none() {
    return (Homonyms<T>) NONE;
  }

  boolean isEmpty() {
    return schemas.isEmpty();
  }

  boolean isIn(String schema) {
    return schemas.contains(schema);
  }

  Optional<T> get(String schema) {
    int at = schemas.indexOf(schema);
    return at < 0 ? Optional.empty() : Optional.of(objects.get(at));
  }

  /** In the order in which they came. */
  Stream<T> all() {
    return objects.stream();
  }

  /** The schema, if there is exactly one. */
  Optional<String> onlySchema() {
    return schemas.size() == 1 ? Optional.of(schemas.get(0)) : Optional.empty();
  }

  /** With {@code object}, in the place of the one that was in this schema. */
  Homonyms<T> plus(String schema, T object) {
    if (schemas.isEmpty() || schemas.size() == 1 && isIn(schema)) {
      return new Homonyms<>(List.of(schema), List.of(object));
    }
    int at = schemas.indexOf(schema);
    if (at < 0) {
      return new Homonyms<>(with(schemas, schema), with(objects, object));
    }
    List<T> changed = new ArrayList<>(objects);
    changed.set(at, object);
    return new Homonyms<>(schemas, List.copyOf(changed));
  }

  /** Without what is in this schema. */
  Homonyms<T> minus(String schema) {
    int at = schemas.indexOf(schema);
    return at < 0 ? this : new Homonyms<>(without(schemas, at), without(objects, at));
  }

  private static <E> List<E> with(List<E> list, E last) {
    List<E> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }

  private static <E> List<E> without(List<E> list, int at) {
    List<E> shorter = new ArrayList<>(list);
    shorter.remove(at);
    return List.copyOf(shorter);
  }
}
