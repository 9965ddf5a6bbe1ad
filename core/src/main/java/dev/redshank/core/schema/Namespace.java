package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Objects of one kind by bare name and then by schema: nearly every name is in one schema only. Persistent. */
final class Namespace<T> {
  private final PMap<String, PMap<String, T>> objects;

  private Namespace(PMap<String, PMap<String, T>> objects) {
    this.objects = objects;
  }

  static <T> Namespace<T> empty() {
    return new Namespace<>(HashTreePMap.empty());
  }

  private PMap<String, T> homonyms(String name) {
    return objects.getOrDefault(name, HashTreePMap.empty());
  }

  Optional<T> get(RelationName name) {
    return Optional.ofNullable(homonyms(name.name()).get(name.schema()));
  }

  boolean holds(RelationName name) {
    return homonyms(name.name()).containsKey(name.schema());
  }

  Stream<T> all() {
    return objects.values().stream().flatMap(bySchema -> bySchema.values().stream());
  }

  /**
   * The full names of everything in a schema, sorted. All names are looked through: only a schema that is
   * dropped or renamed asks, and names kept by schema would double what every picture costs.
   */
  List<RelationName> namesIn(String schema) {
    return objects.entrySet().stream()
        .filter(named -> named.getValue().containsKey(schema))
        .map(named -> new RelationName(schema, named.getKey()))
        .sorted()
        .toList();
  }

  Namespace<T> plus(RelationName name, T object) {
    PMap<String, T> more = homonyms(name.name()).plus(name.schema(), object);
    return new Namespace<>(objects.plus(name.name(), more));
  }

  Namespace<T> minus(RelationName name) {
    PMap<String, T> known = homonyms(name.name());
    if (!known.containsKey(name.schema())) {
      return this;
    }
    PMap<String, T> rest = known.minus(name.schema());
    return new Namespace<>(
        rest.isEmpty() ? objects.minus(name.name()) : objects.plus(name.name(), rest));
  }

  /** What {@code name} finds on the search path, or by the guess that {@link SearchPath} describes. */
  Optional<RelationName> find(ObjectName name, SearchPath path) {
    String last = Clipping.clip(name.name());
    PMap<String, T> known = homonyms(last);
    return schemaOf(name, path, known).map(schema -> new RelationName(schema, last));
  }

  /** The object that {@link #find} finds. */
  Optional<T> lookUp(ObjectName name, SearchPath path) {
    PMap<String, T> known = homonyms(Clipping.clip(name.name()));
    return schemaOf(name, path, known).map(known::get);
  }

  /** Whether {@code name} finds something without guessing. */
  boolean isOnPath(ObjectName name, SearchPath path) {
    return onPath(name, path, homonyms(Clipping.clip(name.name()))).isPresent();
  }

  private static <T> Optional<String> schemaOf(
      ObjectName name, SearchPath path, PMap<String, T> known) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> onPath = onPath(name, path, known);
    boolean guesses = onPath.isEmpty() && known.size() == 1 && path.mayGuess(name);
    return guesses ? Optional.of(known.keySet().iterator().next()) : onPath;
  }

  private static <T> Optional<String> onPath(
      ObjectName name, SearchPath path, PMap<String, T> known) {
    if (name.schema().isPresent()) {
      String written = SearchPath.schema(name.schema().get());
      return known.containsKey(written) ? Optional.of(written) : Optional.empty();
    }
    if (known.containsKey(SearchPath.TEMPORARY)) {
      return Optional.of(SearchPath.TEMPORARY);
    }
    for (String schema : path.schemas()) {
      if (known.containsKey(schema)) {
        return Optional.of(schema);
      }
    }
    return Optional.empty();
  }
}
