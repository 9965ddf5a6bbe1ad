package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/** Objects of one kind by bare name and then by schema: nearly every name is in one schema only. Persistent. */
final class Namespace<T> {
  private final PMap<String, Homonyms<T>> objects;

  private Namespace(PMap<String, Homonyms<T>> objects) {
    this.objects = objects;
  }

  static <T> Namespace<T> empty() {
    return new Namespace<>(TreePMap.empty());
  }

  private Homonyms<T> homonyms(String name) {
    return objects.getOrDefault(name, Homonyms.none());
  }

  Optional<T> get(RelationName name) {
    return homonyms(name.name()).get(name.schema());
  }

  boolean holds(RelationName name) {
    return homonyms(name.name()).isIn(name.schema());
  }

  Stream<T> all() {
    return objects.values().stream().flatMap(Homonyms::all);
  }

  /**
   * The full names of everything in a schema, sorted. All names are looked through: only a schema that is
   * dropped or renamed asks, and names kept by schema would double what every picture costs.
   */
  List<RelationName> namesIn(String schema) {
    return objects.entrySet().stream()
        .filter(named -> named.getValue().isIn(schema))
        .map(named -> new RelationName(schema, named.getKey()))
        .sorted()
        .toList();
  }

  Namespace<T> plus(RelationName name, T object) {
    Homonyms<T> more = homonyms(name.name()).plus(name.schema(), object);
    return new Namespace<>(objects.plus(name.name(), more));
  }

  Namespace<T> minus(RelationName name) {
    Homonyms<T> known = homonyms(name.name());
    if (!known.isIn(name.schema())) {
      return this;
    }
    Homonyms<T> rest = known.minus(name.schema());
    return new Namespace<>(
        rest.isEmpty() ? objects.minus(name.name()) : objects.plus(name.name(), rest));
  }

  /** What {@code name} finds on the search path, or by the guess that {@link SearchPath} describes. */
  Optional<RelationName> find(ObjectName name, SearchPath path) {
    String last = Clipping.clip(name.name());
    Homonyms<T> known = homonyms(last);
    return schemaOf(name, path, known).map(schema -> new RelationName(schema, last));
  }

  /** The object that {@link #find} finds. */
  Optional<T> lookUp(ObjectName name, SearchPath path) {
    Homonyms<T> known = homonyms(Clipping.clip(name.name()));
    return schemaOf(name, path, known).map(schema -> known.get(schema).orElseThrow());
  }

  /** Whether {@code name} finds something without guessing. */
  boolean isOnPath(ObjectName name, SearchPath path) {
    return onPath(name, path, homonyms(Clipping.clip(name.name()))).isPresent();
  }

  private static <T> Optional<String> schemaOf(
      ObjectName name, SearchPath path, Homonyms<T> known) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> onPath = onPath(name, path, known);
    boolean guesses = onPath.isEmpty() && path.mayGuess(name);
    return guesses ? known.onlySchema() : onPath;
  }

  private static <T> Optional<String> onPath(ObjectName name, SearchPath path, Homonyms<T> known) {
    if (name.schema().isPresent()) {
      String written = SearchPath.schema(name.schema().get());
      return known.isIn(written) ? Optional.of(written) : Optional.empty();
    }
    if (known.isIn(SearchPath.TEMPORARY)) {
      return Optional.of(SearchPath.TEMPORARY);
    }
    for (String schema : path.schemas()) {
      if (known.isIn(schema)) {
        return Optional.of(schema);
      }
    }
    return Optional.empty();
  }
}
