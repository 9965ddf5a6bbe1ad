package dev.redshank.core.impact;

import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked about views whose rows are changed. */
final class Views {
  private Views() {}

  /** What a change of the view's rows changes: a view of one relation passes it on, unless a trigger takes its place. */
  static Collection<RelationName> changedBehind(Scene<?> scene) {
    Set<RelationName> found = new LinkedHashSet<>();
    Optional<Relation> view = scene.relation().filter(Views::passesOn);
    while (view.isPresent()) {
      RelationName behind = view.get().reads().iterator().next();
      boolean only = view.get().readsOnly().contains(behind);
      boolean first = found.addAll(only ? List.of(behind) : scene.below(behind));
      view = first ? scene.state().relation(behind).filter(Views::passesOn) : Optional.empty();
    }
    return found;
  }

  private static boolean passesOn(Relation relation) {
    return relation.kind() == RelationKind.VIEW
        && relation.reads().size() == 1
        && relation.triggers().isEmpty();
  }
}
