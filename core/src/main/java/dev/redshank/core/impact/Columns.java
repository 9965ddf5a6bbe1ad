package dev.redshank.core.impact;

import dev.redshank.core.schema.Column;
import dev.redshank.core.schema.NullProof;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.AlterAction.DropColumn;
import dev.redshank.core.statement.AlterAction.SetNotNull;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.Constraint;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked about columns. */
final class Columns {
  private Columns() {}

  /** IF NOT EXISTS does nothing where the column is there. */
  static final Fact<AddColumn> ADDED = new Fact<>(
      "the column is not there yet",
      scene -> !scene.part().ifNotExists()
          || scene
              .relation()
              .flatMap(table -> table.column(scene.part().column().name().name()))
              .isEmpty());

  static final Fact<AddColumn> VOLATILE_DEFAULT =
      new Fact<>("its default is volatile", scene -> defaultOf(scene) == Answers.Worst.VOLATILE);

  static final Fact<AddColumn> UNKNOWN_FUNCTION = new Fact<>(
      "its default calls a function that is not known",
      scene -> defaultOf(scene) == Answers.Worst.UNKNOWN);

  static final Fact<AddColumn> STABLE_FUNCTION_OF_ONES_OWN = new Fact<>(
      "its default calls a function of the user's that is not volatile",
      scene -> defaultOf(scene) == Answers.Worst.STABLE
          && scene.part().column().defaultValue().stream()
              .flatMap(value -> value.functionCalls().stream())
              .anyMatch(
                  call -> scene.state().function(call.name(), call.arguments()).isPresent()));

  static final Fact<AddColumn> SERIAL = new Fact<>(
      "the type is a serial",
      scene -> scene.part().column().type().map(type -> type.isSerial()).orElse(false));

  static final Fact<AddColumn> GENERATED_STORED = new Fact<>(
      "the column is generated and STORED",
      scene -> scene.part().column().generated().map(each -> each.stored()).orElse(false));

  static final Fact<AddColumn> CONSTRAINED_DOMAIN = new Fact<>(
      "the type is a domain with constraints",
      scene -> kindOfType(scene) == Types.Kind.CONSTRAINED_DOMAIN);

  static final Fact<AddColumn> FREE_DOMAIN = new Fact<>(
      "the type is a domain without constraints",
      scene -> kindOfType(scene) == Types.Kind.FREE_DOMAIN);

  static final Fact<AddColumn> UNKNOWN_TYPE =
      new Fact<>("the type is not known", scene -> kindOfType(scene) == Types.Kind.UNKNOWN);

  static final Fact<AddColumn> NOT_NULL_WITHOUT_VALUE = new Fact<>(
      "the column is NOT NULL and old rows get no value",
      scene -> refusesNull(scene.part().column()) && !hasValue(scene.part().column()));

  static final Fact<SetNotNull> NULLS_POSSIBLE = new Fact<>(
      "nothing proves that it holds no NULL", scene -> !withNulls(scene).isEmpty());

  static final Which<SetNotNull> TABLES_WITH_NULLS = new Which<>(
      "every table of the tree in which nothing proves it", scene -> Columns.withNulls(scene));

  static final Fact<Object> DESCRIBED =
      new Fact<>("the migrations made the table", Scene::isDescribed);

  static final Fact<DropColumn> CASCADES =
      new Fact<>("CASCADE", scene -> scene.part().cascade());

  static final Fact<DropColumn> REFERRED_TO = new Fact<>(
      "a foreign key refers to the column", scene -> !referring(scene).isEmpty());

  static final Which<DropColumn> REFERENCED_FROM_COLUMN = new Which<>(
      "the tables that foreign keys of the column refer to", scene -> Columns.referenced(scene));

  static final Which<DropColumn> REFERRING_TO_COLUMN = new Which<>(
      "the tables whose foreign keys refer to the column", scene -> Columns.referring(scene));

  static final Which<DropColumn> VIEWS_WITH_COLUMN = new Which<>(
      "the views that may read the column",
      scene -> Relations.readers(scene.state(), scene.target()));

  private static Answers.Worst defaultOf(Scene<? extends AddColumn> scene) {
    return scene
        .part()
        .column()
        .defaultValue()
        .map(value -> Answers.worst(value, scene.situation()))
        .orElse(Answers.Worst.CONSTANT);
  }

  private static Types.Kind kindOfType(Scene<? extends AddColumn> scene) {
    return scene
        .part()
        .column()
        .type()
        .map(type -> Types.kind(type, scene.situation()))
        .orElse(Types.Kind.UNKNOWN);
  }

  static boolean refusesNull(ColumnDefinition column) {
    return column.notNull()
        || column.constraint(Constraint.PrimaryKey.class).isPresent()
        || column.constraint(Constraint.NotNull.class).isPresent();
  }

  /** Whether rows that exist get something else than NULL. */
  static boolean hasValue(ColumnDefinition column) {
    return column.defaultValue().map(value -> !value.isNull()).orElse(false)
        || column.generated().isPresent()
        || column.identity().isPresent()
        || column.type().map(type -> type.isSerial()).orElse(false);
  }

  private static List<RelationName> withNulls(Scene<? extends SetNotNull> scene) {
    String column = scene.part().column().name();
    return scene.storing(scene.tree()).stream()
        .filter(table ->
            scene.state().notNullProof(Scene.asWritten(table), column) != NullProof.VALIDATED)
        .toList();
  }

  private static Collection<RelationName> referenced(Scene<? extends DropColumn> scene) {
    Set<RelationName> found = new LinkedHashSet<>();
    String column = scene.part().column().name();
    scene.relation().stream()
        .flatMap(table -> table.constraints().values().stream())
        .filter(constraint -> constraint.columns().contains(column))
        .forEach(constraint -> constraint.references().ifPresent(found::add));
    return found;
  }

  private static Collection<RelationName> referring(Scene<? extends DropColumn> scene) {
    return referring(scene, scene.part().column().name());
  }

  /** The tables whose foreign keys refer to a column of the target. */
  static Collection<RelationName> referring(Scene<?> scene, String column) {
    Set<RelationName> found = new LinkedHashSet<>();
    scene.state().referencesTo(scene.target()).stream()
        .filter(reference -> refersTo(scene, reference.constraint(), column))
        .forEach(reference -> found.add(reference.table()));
    return found;
  }

  private static boolean refersTo(Scene<?> scene, TableConstraint foreignKey, String column) {
    List<String> columns = foreignKey.referencedColumns().isEmpty()
        ? scene
            .relation()
            .flatMap(table -> table.primaryKey())
            .map(TableConstraint::columns)
            .orElse(List.of())
        : foreignKey.referencedColumns();
    return columns.contains(column);
  }

  /** The column of the target, where it is known. */
  static Optional<Column> column(Scene<?> scene, String name) {
    return scene.relation().flatMap(table -> table.column(name));
  }
}
