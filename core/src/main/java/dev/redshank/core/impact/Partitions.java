package dev.redshank.core.impact;

import dev.redshank.core.schema.Index;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.AlterAction.AttachPartition;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.PartitionBound;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked about partitions. */
final class Partitions {
  private Partitions() {}

  /** Whether the constraints of the table show that every row of it belongs into the partition. */
  static boolean attachedIsProven(Scene<? extends AttachPartition> scene) {
    Optional<Relation> table = scene.state().relation(scene.part().partition());
    Optional<PartitionBound> bound = scene.part().bound();
    List<String> key = scene.relation().map(Relation::partitionKey).orElse(List.of());
    return table.isPresent()
        && bound.isPresent()
        && key.size() == 1
        && table.get().constraints().values().stream()
            .filter(constraint -> constraint.validated())
            .map(TableConstraint::definition)
            .anyMatch(each -> each instanceof Constraint.Check check
                && BoundProof.proves(check.condition(), key.get(0), bound.get()))
        && !Constraints.mayHoldNull(scene, table.get().name(), key.get(0));
  }

  /** Whether the table is not known well enough, or has a check that is not understood. */
  static boolean attachedMayBeProven(Scene<? extends AttachPartition> scene) {
    Optional<Relation> table = scene.state().relation(scene.part().partition());
    return table.isEmpty()
        || !table.get().shapeKnown()
        || table.get().constraints().values().stream()
            .anyMatch(each -> each.validated() && each.definition() instanceof Constraint.Check);
  }

  /** Indexes of the parent for which the new partition has none that could be attached. */
  static Collection<RelationName> indexesToBuild(Scene<? extends AttachPartition> scene) {
    SchemaState after = scene.after();
    return scene.below(scene.resolve(scene.part().partition())).stream()
        .flatMap(table -> after.indexesSince(scene.state(), table).stream())
        .map(Index::name)
        .filter(name -> scene.state().index(name).isEmpty())
        .toList();
  }

  /** The tables that a foreign key of the parent refers to and an equal one of the new partition, which becomes its part. */
  static Collection<RelationName> tablesOfEqualKeys(Scene<? extends AttachPartition> scene) {
    Optional<Relation> table = scene.state().relation(scene.part().partition());
    return scene.relation().stream()
        .flatMap(parent -> parent.constraints().values().stream())
        .filter(key -> table
            .flatMap(each -> each.equalForeignKey(key))
            .filter(TableConstraint::validated)
            .isPresent())
        .flatMap(key -> key.references().stream())
        .flatMap(referenced -> Constraints.partitions(scene, referenced).stream())
        .toList();
  }

  static Collection<RelationName> tablesOfIndexes(Scene<? extends AttachPartition> scene) {
    Set<RelationName> found = new LinkedHashSet<>();
    scene.index().map(Index::table).ifPresent(found::add);
    scene.state().index(scene.part().partition()).map(Index::table).ifPresent(found::add);
    return found;
  }
}
