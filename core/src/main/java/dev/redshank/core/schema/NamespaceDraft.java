package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@link Namespace} while one statement changes it. The object that was changed last is kept aside:
 * making a table changes it once for each column and constraint, and the namespace only has to know the end of it.
 */
final class NamespaceDraft<T> {
  private Namespace<T> objects;
  private Optional<Named<T>> last = Optional.empty();
  private boolean pending;

  NamespaceDraft(Namespace<T> objects) {
    this.objects = objects;
  }

  private record Named<T>(RelationName name, T object) {}

  /** The namespace with every change. */
  Namespace<T> finished() {
    if (pending && last.isPresent()) {
      objects = objects.plus(last.get().name(), last.get().object());
      pending = false;
    }
    return objects;
  }

  Optional<T> get(RelationName name) {
    return isLast(name) ? last.map(Named::object) : objects.get(name);
  }

  boolean holds(RelationName name) {
    return isLast(name) || objects.holds(name);
  }

  Stream<T> all() {
    return finished().all();
  }

  List<RelationName> namesIn(String schema) {
    return objects.namesIn(schema);
  }

  /** A new name is known to the namespace at once, so that it can be found. */
  void put(RelationName name, T object) {
    if (isLast(name)) {
      pending = true;
    } else {
      finished();
      pending = objects.holds(name);
      objects = pending ? objects : objects.plus(name, object);
    }
    last = Optional.of(new Named<>(name, object));
  }

  void remove(RelationName name) {
    objects = finished().minus(name);
    if (isLast(name)) {
      last = Optional.empty();
    }
  }

  Optional<RelationName> find(ObjectName name, SearchPath path) {
    return objects.find(name, path);
  }

  Optional<T> lookUp(ObjectName name, SearchPath path) {
    return finished().lookUp(name, path);
  }

  private boolean isLast(RelationName name) {
    return last.isPresent() && last.get().name().equals(name);
  }
}
