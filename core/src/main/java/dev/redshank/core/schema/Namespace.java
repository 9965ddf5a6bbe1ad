package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** Objects of one kind under their full names, found by schema and by bare name too. Persistent. */
final class Namespace<T> {
  private final PMap<RelationName, T> objects;
  private final PMap<String, PSet<String>> schemasOf;
  private final PMap<String, PSet<String>> namesIn;

  private Namespace(
      PMap<RelationName, T> objects,
      PMap<String, PSet<String>> schemasOf,
      PMap<String, PSet<String>> namesIn) {
    this.objects = objects;
    this.schemasOf = schemasOf;
    this.namesIn = namesIn;
  }

  static <T> Namespace<T> empty() {
    return new Namespace<>(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());
  }

  Optional<T> get(RelationName name) {
    return Optional.ofNullable(objects.get(name));
  }

  boolean holds(RelationName name) {
    return objects.containsKey(name);
  }

  Stream<T> all() {
    return objects.values().stream();
  }

  /** The names of everything in a schema, in the order in which it was made. */
  PSet<String> namesIn(String schema) {
    return namesIn.getOrDefault(schema, OrderedPSet.empty());
  }

  Namespace<T> plus(RelationName name, T object) {
    PMap<RelationName, T> more = objects.plus(name, object);
    if (objects.containsKey(name)) {
      return new Namespace<>(more, schemasOf, namesIn);
    }
    PSet<String> schemas = schemasOf.getOrDefault(name.name(), OrderedPSet.empty());
    return new Namespace<>(
        more,
        schemasOf.plus(name.name(), schemas.plus(name.schema())),
        namesIn.plus(name.schema(), namesIn(name.schema()).plus(name.name())));
  }

  Namespace<T> minus(RelationName name) {
    if (!objects.containsKey(name)) {
      return this;
    }
    PSet<String> schemas = schemasOf.getOrDefault(name.name(), OrderedPSet.empty());
    return new Namespace<>(
        objects.minus(name),
        without(schemasOf, name.name(), schemas.minus(name.schema())),
        without(namesIn, name.schema(), namesIn(name.schema()).minus(name.name())));
  }

  private static PMap<String, PSet<String>> without(
      PMap<String, PSet<String>> map, String key, PSet<String> rest) {
    return rest.isEmpty() ? map.minus(key) : map.plus(key, rest);
  }

  /** What {@code name} finds on the search path, or by the guess that {@link SearchPath} describes. */
  Optional<RelationName> find(ObjectName name, SearchPath path) {
    Optional<RelationName> onPath = onPath(name, path);
    return onPath.isPresent() || !path.mayGuess(name) ? onPath : onlyOne(name.name());
  }

  /** What {@code name} finds without guessing. */
  Optional<RelationName> onPath(ObjectName name, SearchPath path) {
    String last = Clipping.clip(name.name());
    PSet<String> schemas = schemasOf.getOrDefault(last, OrderedPSet.empty());
    if (schemas.isEmpty()) {
      return Optional.empty();
    }
    List<String> candidates =
        name.schema().map(written -> List.of(SearchPath.schema(written))).orElseGet(path::lookedUp);
    for (String schema : candidates) {
      if (schemas.contains(schema)) {
        return Optional.of(new RelationName(schema, last));
      }
    }
    return Optional.empty();
  }

  private Optional<RelationName> onlyOne(String name) {
    String last = Clipping.clip(name);
    PSet<String> schemas = schemasOf.getOrDefault(last, OrderedPSet.empty());
    return schemas.size() == 1
        ? Optional.of(new RelationName(schemas.iterator().next(), last))
        : Optional.empty();
  }
}
