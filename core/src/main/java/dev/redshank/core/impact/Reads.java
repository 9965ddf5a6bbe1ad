package dev.redshank.core.impact;

import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Query;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The relations that queries read. */
final class Reads {
  private final Scene<?> scene;
  private final Set<RelationName> found = new LinkedHashSet<>();

  private Reads(Scene<?> scene) {
    this.scene = scene;
  }

  /** The relations of a query, with what stands behind views, and but for ONLY partitions and children. */
  static Collection<RelationName> of(Scene<?> scene, Query query) {
    return of(scene, query, query.reads());
  }

  /** The same of some of the names that it reads. */
  static Collection<RelationName> of(Scene<?> scene, Query query, Collection<ObjectName> names) {
    Reads reads = new Reads(scene);
    for (ObjectName name : names) {
      reads.add(scene.resolve(name), query.only().contains(name));
    }
    return reads.found;
  }

  /** What a view reads. */
  static Collection<RelationName> behind(Scene<?> scene, RelationName view) {
    Reads reads = new Reads(scene);
    scene.state().relation(view).ifPresent(reads::addBehind);
    return reads.found;
  }

  private void add(RelationName name, boolean only) {
    for (RelationName each : only ? List.of(name) : scene.below(name)) {
      if (found.add(each)) {
        Optional<Relation> relation = scene.state().relation(each);
        if (relation.isPresent() && relation.get().kind() == RelationKind.VIEW) {
          addBehind(relation.get());
        }
      }
    }
  }

  private void addBehind(Relation view) {
    for (RelationName read : view.reads()) {
      add(read, view.readsOnly().contains(read));
    }
  }
}
