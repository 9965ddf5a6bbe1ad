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

  private Namespace(PMap<RelationName, T> objects, PMap<String, PSet<String>> schemasOf) {
    this.objects = objects;
    this.schemasOf = schemasOf;
  }

  static <T> Namespace<T> empty() {
    return new Namespace<>(HashTreePMap.empty(), HashTreePMap.empty());
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

  /**
   * The full names of everything in a schema, sorted. All names are looked through: only a schema that is
   * dropped or renamed asks, and names kept by schema would double what every picture costs.
   */
  List<RelationName> namesIn(String schema) {
    return objects.keySet().stream()
        .filter(name -> name.schema().equals(schema))
        .sorted()
        .toList();
  }

  Namespace<T> plus(RelationName name, T object) {
    PMap<RelationName, T> more = objects.plus(name, object);
    if (objects.containsKey(name)) {
      return new Namespace<>(more, schemasOf);
    }
    PSet<String> schemas = schemasOf.getOrDefault(name.name(), OrderedPSet.empty());
    return new Namespace<>(more, schemasOf.plus(name.name(), schemas.plus(name.schema())));
  }

  Namespace<T> minus(RelationName name) {
    if (!objects.containsKey(name)) {
      return this;
    }
    PSet<String> schemas = schemasOf.getOrDefault(name.name(), OrderedPSet.empty());
    PSet<String> rest = schemas.minus(name.schema());
    return new Namespace<>(
        objects.minus(name),
        rest.isEmpty() ? schemasOf.minus(name.name()) : schemasOf.plus(name.name(), rest));
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
