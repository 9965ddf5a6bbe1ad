package dev.redshank.core.impact;

import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.ObjectName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The relations that queries read. */
final class Reads {
  private Reads() {}

  /** The relations of these names, with what stands behind views, partitions and children. */
  static Collection<RelationName> of(Scene<?> scene, Collection<ObjectName> names) {
    Set<RelationName> found = new LinkedHashSet<>();
    names.forEach(name -> add(scene, scene.resolve(name), found));
    return found;
  }

  /** What a view reads. */
  static Collection<RelationName> behind(Scene<?> scene, RelationName view) {
    Set<RelationName> found = new LinkedHashSet<>();
    scene
        .state()
        .relation(view)
        .ifPresent(relation -> relation.reads().forEach(each -> add(scene, each, found)));
    return found;
  }

  private static void add(Scene<?> scene, RelationName name, Set<RelationName> found) {
    for (RelationName each : scene.below(name)) {
      if (found.add(each)) {
        scene
            .state()
            .relation(each)
            .filter(relation -> relation.kind() == RelationKind.VIEW)
            .ifPresent(view -> view.reads().forEach(read -> add(scene, read, found)));
      }
    }
  }
}
