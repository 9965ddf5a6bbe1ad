package dev.redshank.core.impact;

import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.Constraint.ForeignKey;
import java.util.List;
import java.util.Optional;

/** Which partitions bring the part of a partitioned table's new foreign key that would else be made for them. */
final class ForeignKeyParts {
  private ForeignKeyParts() {}

  /** Since then a key that is not valid yet is taken over too, and held against the rows. */
  private static final int TAKES_OVER_NOT_VALID = 18;

  /** The partitions whose own equal key becomes a part of the new one. */
  static List<RelationName> takenOver(Scene<? extends ForeignKey> scene) {
    boolean notValidToo = scene.postgres().atLeast(TAKES_OVER_NOT_VALID);
    return brought(scene, notValidToo);
  }

  /** The tables whose rows are looked up: all but those that a valid key proves right already. */
  static List<RelationName> scanned(Scene<? extends ForeignKey> scene) {
    List<RelationName> proven = brought(scene, false);
    return scene.storing(scene.tree()).stream()
        .filter(name -> !proven.contains(name))
        .toList();
  }

  /** The partitions that may have a key which no migration tells of. */
  static List<RelationName> unknown(Scene<? extends ForeignKey> scene) {
    return partitions(scene).stream()
        .filter(
            name -> scene.state().relation(name).filter(Relation::shapeKnown).isEmpty())
        .toList();
  }

  private static List<RelationName> brought(
      Scene<? extends ForeignKey> scene, boolean notValidToo) {
    Optional<TableConstraint> added = added(scene);
    if (added.isEmpty() || isThere(scene, added.get())) {
      return List.of();
    }
    return partitions(scene).stream()
        .filter(name -> scene
            .state()
            .relation(name)
            .flatMap(partition -> partition.equalForeignKey(added.get()))
            .filter(key -> key.validated() || notValidToo)
            .isPresent())
        .toList();
  }

  /** Whether the table has such a key: then those of its partitions are parts of that one. */
  private static boolean isThere(Scene<? extends ForeignKey> scene, TableConstraint added) {
    return scene.relation().flatMap(table -> table.equalForeignKey(added)).isPresent();
  }

  /** The key as the schema knows it behind the statement, with the columns that it refers to. */
  private static Optional<TableConstraint> added(Scene<? extends ForeignKey> scene) {
    return scene.after().relation(scene.target()).stream()
        .flatMap(table -> table.constraints().values().stream())
        .filter(constraint -> constraint.definition().equals(scene.part()))
        .findFirst();
  }

  private static List<RelationName> partitions(Scene<? extends ForeignKey> scene) {
    return Constraints.partitions(scene, scene.target()).stream()
        .filter(name -> !name.equals(scene.target()))
        .toList();
  }
}
