package dev.redshank.core.impact;

import dev.redshank.core.schema.NullProof;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.AlterAction.AlterConstraint;
import dev.redshank.core.statement.AlterAction.DropConstraint;
import dev.redshank.core.statement.AlterAction.ValidateConstraint;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Constraint.ForeignKey;
import dev.redshank.core.statement.Constraint.NotNull;
import dev.redshank.core.statement.Constraint.PrimaryKey;
import dev.redshank.core.statement.Constraint.Unique;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked about constraints. */
final class Constraints {
  private Constraints() {}

  static final Fact<Constraint> NOT_VALID =
      new Fact<>("NOT VALID", scene -> scene.part().traits().notValid());

  static final Fact<Constraint> NOT_ENFORCED =
      new Fact<>("NOT ENFORCED", scene -> scene.part().traits().notEnforced());

  static final Fact<Unique> UNIQUE_USING_INDEX =
      new Fact<>("USING INDEX", scene -> scene.part().usingIndex().isPresent());

  static final Fact<PrimaryKey> KEY_USING_INDEX =
      new Fact<>("USING INDEX", scene -> scene.part().usingIndex().isPresent());

  static final Fact<PrimaryKey> KEY_MAY_HOLD_NULL = new Fact<>(
      "nothing proves that its columns hold no NULL",
      scene -> keyColumns(scene).stream()
          .anyMatch(column -> mayHoldNull(scene, scene.target(), column)));

  static final Fact<NotNull> COLUMN_MAY_HOLD_NULL = new Fact<>(
      "nothing proves that the column holds no NULL", scene -> !withNulls(scene).isEmpty());

  static final Which<NotNull> TABLES_WITH_NULLS = new Which<>(
      "every table of the tree in which nothing proves it", scene -> Constraints.withNulls(scene));

  /** The table that the foreign key refers to; its partitions refer back as well. */
  static final Which<ForeignKey> REFERENCED = new Which<>(
      "the table it refers to and its partitions",
      scene -> partitions(scene, scene.resolve(scene.part().referenced())));

  static final Fact<ForeignKey> TAKES_OVER = new Fact<>(
      "a partition has an equal foreign key",
      scene -> !ForeignKeyParts.takenOver(scene).isEmpty());

  static final Which<ForeignKey> HELD_AGAINST_KEY = new Which<>(
      "every table of the tree with rows that has no equal key yet",
      scene -> ForeignKeyParts.scanned(scene));

  static final Which<ForeignKey> PERHAPS_TAKEN_OVER = new Which<>(
      "the partitions that are not wholly known", scene -> ForeignKeyParts.unknown(scene));

  static final Fact<ValidateConstraint> TO_BE_VALIDATED = new Fact<>(
      "it is not known to be valid",
      scene ->
          find(scene, scene.part().constraint()).map(each -> !each.validated()).orElse(true));

  static final Which<ValidateConstraint> REFERENCED_BY_VALIDATED = new Which<>(
      "the table it refers to", scene -> referenced(scene, scene.part().constraint()));

  static final Which<AlterConstraint> REFERENCED_BY_ALTERED = new Which<>(
      "the table it refers to", scene -> referenced(scene, scene.part().constraint()));

  static final Which<DropConstraint> REFERENCED_BY_DROPPED = new Which<>(
      "the table it refers to", scene -> referenced(scene, scene.part().constraint()));

  static final Fact<DropConstraint> CASCADES =
      new Fact<>("CASCADE", scene -> scene.part().cascade());

  static final Fact<DropConstraint> UNKNOWN_DROPPED = new Fact<>(
      "the constraint is not known",
      scene -> find(scene, scene.part().constraint()).isEmpty()
          && !(scene.part().ifExists() && scene.isDescribed()));

  static final Fact<DropConstraint> DROPS_REFERENCED_KEY =
      new Fact<>("a foreign key refers to its columns", scene -> !relying(scene).isEmpty());

  static final Which<DropConstraint> DROPPED_INDEX_PARTNERS =
      new Which<>("the tables whose foreign keys rely on it", scene -> Constraints.relying(scene));

  private static Optional<TableConstraint> find(Scene<?> scene, Identifier name) {
    return Relations.constraint(scene, name.name());
  }

  private static Collection<RelationName> referenced(Scene<?> scene, Identifier constraint) {
    return find(scene, constraint)
        .flatMap(TableConstraint::references)
        .map(table -> partitions(scene, table))
        .orElse(List.of());
  }

  /** A table and the partitions below it, without children that merely inherit. */
  static Collection<RelationName> partitions(Scene<?> scene, RelationName table) {
    return scene.withPartitions(table);
  }

  private static Collection<RelationName> relying(Scene<? extends DropConstraint> scene) {
    Set<RelationName> found = new LinkedHashSet<>();
    Optional<TableConstraint> dropped = find(scene, scene.part().constraint());
    if (dropped.isPresent() && dropped.get().hasIndex()) {
      for (SchemaState.Reference reference : scene.state().referencesTo(scene.target())) {
        List<String> columns = reference.constraint().referencedColumns();
        boolean same = columns.isEmpty()
            ? dropped.get().isPrimaryKey()
            : Set.copyOf(columns).equals(Set.copyOf(dropped.get().columns()));
        if (same) {
          found.add(reference.table());
        }
      }
    }
    return found;
  }

  private static List<String> keyColumns(Scene<? extends PrimaryKey> scene) {
    return scene
        .part()
        .usingIndex()
        .flatMap(index -> scene.state().index(inSchemaOf(scene, index)))
        .map(index -> index.columns())
        .orElseGet(() -> scene.part().columns().stream().map(Identifier::name).toList());
  }

  /** An index lives in its table's schema. */
  static ObjectName inSchemaOf(Scene<?> scene, Identifier index) {
    return new ObjectName(Optional.of(scene.target().schema()), index.name(), index.span());
  }

  private static List<RelationName> withNulls(Scene<? extends NotNull> scene) {
    return scene.storing(scene.tree()).stream()
        .filter(table -> scene.part().columns().stream()
            .anyMatch(column -> mayHoldNull(scene, table, column.name())))
        .toList();
  }

  static boolean mayHoldNull(Scene<?> scene, RelationName table, String column) {
    return scene.state().notNullProof(Scene.asWritten(table), column) != NullProof.VALIDATED;
  }
}
