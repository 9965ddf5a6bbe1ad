package dev.redshank.core.impact;

import dev.redshank.core.schema.Age;
import dev.redshank.core.schema.Column;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.CreateTable;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Values of enums that were added in the transaction under way. */
final class NewLabels {
  /** From here on a value can be used at once if its type was made in the same transaction. */
  private static final int KNOWS_NEW_TYPES = 17;

  private final Scene<?> scene;
  private final List<UserType> enums = new ArrayList<>();

  private NewLabels(Scene<?> scene, Stream<TypeName> types) {
    this.scene = scene;
    types.forEach(this::add);
  }

  /** Whether a constant among the tokens is such a value of the type of one of the target's columns. */
  static boolean used(Scene<?> scene, Tokens tokens) {
    return new NewLabels(scene, types(scene.relation(), List.of())).anyIn(tokens);
  }

  /** The same of one column. */
  static boolean used(Scene<?> scene, Identifier column, Tokens tokens) {
    return new NewLabels(scene, types(scene.relation(), List.of(column))).anyIn(tokens);
  }

  /** Whether one of the inserted columns gets such a value. */
  static boolean usedByInsert(Scene<? extends Insert> scene) {
    Insert insert = scene.part();
    return new NewLabels(scene, types(scene.relation(), insert.columns()))
        .anyIn(insert.query().tokens());
  }

  /** Whether the new column has one in its default, its expression or its constraints. */
  static boolean usedByColumn(Scene<? extends AddColumn> scene) {
    return usedBy(scene, scene.part().column());
  }

  /** Whether a column or a constraint of the new table has one. */
  static boolean usedByTable(Scene<? extends CreateTable> scene) {
    List<ColumnDefinition> columns = scene.part().columns();
    NewLabels labels =
        new NewLabels(scene, columns.stream().flatMap(column -> column.type().stream()));
    return columns.stream().anyMatch(column -> usedBy(scene, column))
        || labels.anyIn(scene.part().allConstraints().stream());
  }

  /** Whether the predicate of the new index has one. */
  static boolean usedByIndex(Scene<? extends CreateIndex> scene) {
    return scene
        .part()
        .predicate()
        .map(predicate -> used(scene, predicate.tokens()))
        .orElse(false);
  }

  private static boolean usedBy(Scene<?> scene, ColumnDefinition column) {
    NewLabels labels = new NewLabels(scene, column.type().stream());
    return labels.anyIn(column.constraints().stream())
        || column.defaultValue().filter(value -> labels.anyIn(value.tokens())).isPresent()
        || column
            .generated()
            .filter(each -> labels.anyIn(each.expression().tokens()))
            .isPresent();
  }

  private static Stream<TypeName> types(Optional<Relation> table, List<Identifier> chosen) {
    List<String> names = ForeignKeyChecks.names(chosen);
    return table.stream()
        .flatMap(found -> found.columns().values().stream())
        .filter(column -> names.isEmpty() || names.contains(column.name()))
        .map(Column::type)
        .flatMap(Optional::stream);
  }

  /** A domain takes the values of the enum behind it. */
  private void add(TypeName name) {
    Optional<UserType> type = scene.state().type(name.name());
    if (type.isPresent() && type.get().form() == UserType.Form.DOMAIN) {
      type.get().base().ifPresent(this::add);
    } else if (type.isPresent() && !(knowsNewTypes() && isNew(type.get()))) {
      enums.add(type.get());
    }
  }

  private boolean knowsNewTypes() {
    return scene.postgres().major() >= KNOWS_NEW_TYPES;
  }

  private boolean isNew(UserType type) {
    return type.madeAt().isPresent()
        && type.since().ageAt(scene.situation().schema().now()) == Age.THIS_TRANSACTION;
  }

  private boolean anyIn(Stream<Constraint> constraints) {
    return constraints.anyMatch(constraint ->
        constraint instanceof Constraint.Check check && anyIn(check.condition().tokens()));
  }

  private boolean anyIn(Tokens tokens) {
    for (int i = 0; i < tokens.size() && !enums.isEmpty(); i++) {
      if (tokens.is(i, TokenKind.STRING) && isNew(Literals.value(tokens, i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isNew(Optional<String> constant) {
    return constant.isPresent()
        && enums.stream()
            .filter(type -> type.addedLabels().contains(constant.get()))
            .flatMap(type -> Optional.ofNullable(type.labels().get(constant.get())).stream())
            .anyMatch(era -> era.ageAt(scene.situation().schema().now()) == Age.THIS_TRANSACTION);
  }
}
