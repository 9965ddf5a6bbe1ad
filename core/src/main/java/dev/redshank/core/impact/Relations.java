package dev.redshank.core.impact;

import dev.redshank.core.schema.Index;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.TableConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The relations that rows speak of most. */
final class Relations {
  private Relations() {}

  /** The relation or index that the statement names. */
  static final Which<Object> TARGET = new Which<>("the target", scene -> List.of(scene.target()));

  /** The target, its partitions and its children, unless ONLY is said. */
  static final Which<Object> TREE =
      new Which<>("the target and everything below it", scene -> scene.tree());

  /** Those of the tree that have rows of their own. */
  static final Which<Object> STORED =
      new Which<>("every table of the tree with rows", scene -> scene.storing(scene.tree()));

  /** The target and everything below it, whatever ONLY says. */
  static final Which<Object> WHOLE_TREE = new Which<>(
      "the target and everything below it, ONLY or not", scene -> scene.below(scene.target()));

  /** The indexes on {@link #STORED}. */
  static final Which<Object> INDEXES =
      new Which<>("every index", scene -> names(scene.indexesOn(scene.tree())));

  /** The indexes that are there after the statement and were not before. */
  static final Which<Object> NEW_INDEXES =
      new Which<>("the new indexes", scene -> Relations.newIndexes(scene));

  /** The table that the target is a partition of. */
  static final Which<Object> PARENT = new Which<>(
      "the table it is a partition of",
      scene -> scene.relation().flatMap(Relation::partitionOf).map(List::of).orElse(List.of()));

  /** The tables that the target is a partition of, and those that they are partitions of. */
  static final Which<Object> ABOVE =
      new Which<>("the tables it is a partition of", scene -> scene.above(scene.target()));

  /** The partitions in {@link #TREE}. */
  static final Which<Object> PARTS_OF_TREE =
      new Which<>("its partitions", scene -> parts(scene, scene.tree()));

  /** The table of the index that the statement names. */
  static final Which<Object> TABLE_OF_INDEX = new Which<>(
      "the index's table",
      scene -> scene.index().map(Index::table).map(List::of).orElse(List.of()));

  /** The tables that the foreign keys of the tree refer to. */
  static final Which<Object> REFERENCED_TABLES = new Which<>(
      "the tables that its foreign keys refer to",
      scene -> referencedBy(scene, scene.below(scene.target())));

  /** The tables whose foreign keys refer to the target or its partitions. */
  static final Which<Object> REFERENCING_TABLES = new Which<>(
      "the tables whose foreign keys refer to it",
      scene -> referencing(scene, scene.below(scene.target())));

  /** The tables whose foreign keys refer to the target or what it is a partition of, without their partitions. */
  static final Which<Object> REFERRING_TO_WHOLE = new Which<>(
      "the tables whose foreign keys refer to it",
      scene -> referringToWhole(scene).stream()
          .filter(table -> scene.above(table).isEmpty())
          .toList());

  /** The partitions of those. */
  static final Which<Object> PARTS_OF_REFERRING = new Which<>(
      "their partitions",
      scene -> referringToWhole(scene).stream()
          .flatMap(table -> scene.withPartitions(table).stream())
          .toList());

  /** The tables that the target's foreign keys refer to, with their partitions. */
  static final Which<Object> REFERENCED_BY_TARGET = new Which<>(
      "the tables that its foreign keys refer to, and their partitions",
      scene -> referencedBy(scene, List.of(scene.target())).stream()
          .flatMap(table -> scene.withPartitions(table).stream())
          .toList());

  private static Collection<RelationName> referringToWhole(Scene<?> scene) {
    List<RelationName> whole = new ArrayList<>(scene.above(scene.target()));
    whole.add(scene.target());
    return referencing(scene, whole);
  }

  /** The views that read the target, and the views that read those. */
  static final Which<Object> DEPENDENT_VIEWS =
      new Which<>("the views that read it", scene -> readers(scene.state(), scene.target()));

  /** Those of some tables that are partitions of others of them. */
  static List<RelationName> parts(Scene<?> scene, Collection<RelationName> tables) {
    Set<RelationName> all = new LinkedHashSet<>(tables);
    List<RelationName> parts = new ArrayList<>();
    for (RelationName table : tables) {
      Optional<RelationName> whole = scene.state().relation(table).flatMap(Relation::partitionOf);
      if (whole.isPresent() && all.contains(whole.get())) {
        parts.add(table);
      }
    }
    return parts;
  }

  static List<RelationName> names(Collection<Index> indexes) {
    List<RelationName> names = new ArrayList<>(indexes.size());
    for (Index index : indexes) {
      names.add(index.name());
    }
    return names;
  }

  private static Collection<RelationName> newIndexes(Scene<?> scene) {
    SchemaState after = scene.after();
    Set<RelationName> found = new LinkedHashSet<>();
    for (RelationName table : scene.storing(scene.below(scene.target()))) {
      for (Index index : after.indexesSince(scene.state(), table)) {
        if (scene.state().index(index.name()).isEmpty()) {
          found.add(index.name());
        }
      }
    }
    return found;
  }

  static Collection<RelationName> referencedBy(Scene<?> scene, Collection<RelationName> tables) {
    Set<RelationName> found = new LinkedHashSet<>();
    for (RelationName table : tables) {
      Optional<Relation> known = scene.state().relation(table);
      if (known.isPresent()) {
        for (TableConstraint constraint : known.get().constraints().values()) {
          constraint.references().ifPresent(found::add);
        }
      }
    }
    return found;
  }

  static Collection<RelationName> referencing(Scene<?> scene, Collection<RelationName> tables) {
    Set<RelationName> found = new LinkedHashSet<>();
    for (RelationName table : tables) {
      for (SchemaState.Reference reference : scene.state().referencesTo(table)) {
        found.add(reference.table());
      }
    }
    return found;
  }

  /** The views that read a relation, directly or through other views. */
  static Collection<RelationName> readers(SchemaState state, RelationName relation) {
    Set<RelationName> found = new LinkedHashSet<>();
    List<RelationName> open = new ArrayList<>(state.dependents(relation));
    while (!open.isEmpty()) {
      RelationName view = open.remove(open.size() - 1);
      if (found.add(view)) {
        open.addAll(state.dependents(view));
      }
    }
    return found;
  }

  /** The default partition of a partitioned table, where one is known. */
  static Optional<RelationName> defaultPartition(SchemaState state, RelationName parent) {
    return state.relation(parent).stream()
        .flatMap(relation -> relation.partitions().stream())
        .filter(partition ->
            state.relation(partition).map(Relation::isDefaultPartition).orElse(false))
        .findFirst();
  }

  static boolean isPartitioned(SchemaState state, RelationName name) {
    return state
        .relation(name)
        .map(relation -> relation.kind() == RelationKind.PARTITIONED_TABLE)
        .orElse(false);
  }

  /** A constraint of the target by name, where it is known. */
  static Optional<TableConstraint> constraint(Scene<?> scene, String name) {
    return scene.relation().flatMap(relation -> relation.constraint(name));
  }
}
