package dev.redshank.core.schema;

import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.AlterAction.AddIdentity;
import dev.redshank.core.statement.AlterAction.AlterColumnType;
import dev.redshank.core.statement.AlterAction.AlterConstraint;
import dev.redshank.core.statement.AlterAction.AttachPartition;
import dev.redshank.core.statement.AlterAction.DetachPartition;
import dev.redshank.core.statement.AlterAction.DisinheritFrom;
import dev.redshank.core.statement.AlterAction.DropColumn;
import dev.redshank.core.statement.AlterAction.DropConstraint;
import dev.redshank.core.statement.AlterAction.DropDefault;
import dev.redshank.core.statement.AlterAction.DropExpression;
import dev.redshank.core.statement.AlterAction.DropIdentity;
import dev.redshank.core.statement.AlterAction.DropNotNull;
import dev.redshank.core.statement.AlterAction.InheritFrom;
import dev.redshank.core.statement.AlterAction.MoveToSchema;
import dev.redshank.core.statement.AlterAction.RenameColumn;
import dev.redshank.core.statement.AlterAction.RenameConstraint;
import dev.redshank.core.statement.AlterAction.RenameRelation;
import dev.redshank.core.statement.AlterAction.RowSecurity;
import dev.redshank.core.statement.AlterAction.SetDefault;
import dev.redshank.core.statement.AlterAction.SetLogged;
import dev.redshank.core.statement.AlterAction.SetNotNull;
import dev.redshank.core.statement.AlterAction.SetReplicaIdentity;
import dev.redshank.core.statement.AlterAction.ToggleTrigger;
import dev.redshank.core.statement.AlterAction.UnreadAction;
import dev.redshank.core.statement.AlterAction.ValidateConstraint;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Persistence;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies the actions of ALTER TABLE to a table and, unless it says ONLY, to the tables below it. */
final class Altering {
  private static final Handlers<Altering> ACTIONS = new Handlers<Altering>()
      .on(AddColumn.class, Altering::addColumn)
      .on(
          DropColumn.class,
          (to, action) ->
              to.below(name -> to.linking.dropColumn(name, action.column().name())))
      .on(
          AlterColumnType.class,
          (to, action) -> to.column(action.column(), column -> column.ofType(action.type())))
      .on(
          SetDefault.class,
          (to, action) ->
              to.column(action.column(), column -> column.withDefault(Optional.of(action.value()))))
      .on(
          DropDefault.class,
          (to, action) ->
              to.column(action.column(), column -> column.withDefault(Optional.empty())))
      .on(DropExpression.class, (to, action) -> to.column(action.column(), Column::notGenerated))
      .on(
          SetNotNull.class,
          (to, action) ->
              to.constraints.setNotNull(to.table, action.column().name(), Optional.empty()))
      .on(
          DropNotNull.class,
          (to, action) ->
              to.below(name -> to.linking.nullable(name, action.column().name())))
      .on(AddIdentity.class, Altering::addIdentity)
      .on(DropIdentity.class, Altering::dropIdentity)
      .on(
          AddConstraint.class,
          (to, action) -> to.constraints.add(to.table, action.constraint(), false))
      .on(AlterConstraint.class, Altering::alterConstraint)
      .on(ValidateConstraint.class, Altering::validate)
      .on(
          DropConstraint.class,
          (to, action) -> to.below(name ->
              to.linking.dropConstraint(name, action.constraint().name(), action.cascade())))
      .on(
          RenameConstraint.class,
          (to, action) -> to.below(name -> to.linking.renameConstraint(
              name, action.from().name(), action.to().name())))
      .on(
          RenameColumn.class,
          (to, action) -> to.below(name ->
              to.linking.renameColumn(name, action.from().name(), action.to().name())))
      .on(
          RenameRelation.class,
          (to, action) -> to.rename(
              new RelationName(to.table.schema(), Clipping.clip(action.to().name()))))
      .on(
          MoveToSchema.class,
          (to, action) -> to.rename(new RelationName(action.schema().name(), to.table.name())))
      .on(AttachPartition.class, Altering::attachPartition)
      .on(DetachPartition.class, (to, action) -> to.detachPartition(action.partition()))
      .on(InheritFrom.class, (to, action) -> to.inherit(action.parent()))
      .on(DisinheritFrom.class, (to, action) -> to.disinherit(action.parent()))
      .on(
          SetLogged.class,
          (to, action) -> to.here(relation ->
              relation.persisted(action.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED)))
      .on(RowSecurity.class, Altering::rowSecurity)
      .on(
          SetReplicaIdentity.class,
          (to, action) ->
              to.here(relation -> relation.featured(features -> features.withReplicaIdentity(
                  action.identity(), action.index().map(Identifier::name)))))
      .on(ToggleTrigger.class, Altering::toggleTrigger)
      .on(UnreadAction.class, (to, action) -> to.here(Relation::ofUnknownShape));

  private final Draft draft;
  private final Linking linking;
  private final IndexMaking indexes;
  private final ConstraintMaking constraints;
  private final TableMaking tables;
  private final boolean only;
  private RelationName table;

  private Altering(Draft draft, RelationName table, boolean only) {
    this.draft = draft;
    this.linking = new Linking(draft);
    this.indexes = new IndexMaking(draft);
    this.only = only;
    this.constraints = new ConstraintMaking(draft, indexes, only);
    this.tables = new TableMaking(draft, constraints, indexes);
    this.table = table;
  }

  static void alter(Draft draft, AlterTable statement) {
    Optional<Index> index = draft.relation(statement.table()).isPresent()
        ? Optional.empty()
        : draft.index(statement.table());
    if (statement.target() == ObjectKind.INDEX || index.isPresent()) {
      index
          .or(() -> draft.index(statement.table()))
          .ifPresent(known -> alterIndex(draft, known.name(), statement.actions()));
      return;
    }
    Relation relation = draft.relationOrGlimpse(statement.table(), kind(statement.target()));
    Altering altering = new Altering(draft, relation.name(), statement.only());
    statement.actions().forEach(action -> ACTIONS.handle(altering, action));
  }

  private static RelationKind kind(ObjectKind target) {
    return switch (target) {
      case VIEW -> RelationKind.VIEW;
      case MATERIALIZED_VIEW -> RelationKind.MATERIALIZED_VIEW;
      case SEQUENCE -> RelationKind.SEQUENCE;
      case FOREIGN_TABLE -> RelationKind.FOREIGN_TABLE;
      default -> RelationKind.TABLE;
    };
  }

  private static void alterIndex(Draft draft, RelationName index, List<AlterAction> actions) {
    for (AlterAction action : actions) {
      if (action instanceof RenameRelation rename) {
        RelationName to =
            new RelationName(index.schema(), Clipping.clip(rename.to().name()));
        if (!draft.isTaken(to)) {
          new Linking(draft).renameIndex(index, to);
        }
      } else if (action instanceof AttachPartition attach) {
        draft
            .index(attach.partition())
            .ifPresent(part -> new IndexMaking(draft).attach(index, part.name()));
      }
    }
  }

  private void here(UnaryOperator<Relation> change) {
    draft.update(table, change);
  }

  /** Changes this table and those below it. */
  private void below(java.util.function.Consumer<RelationName> change) {
    below(table, change);
  }

  private void below(RelationName name, java.util.function.Consumer<RelationName> change) {
    List<RelationName> children = only
        ? List.of()
        : draft.relations.get(name).map(ConstraintMaking::children).orElse(List.of());
    change.accept(name);
    children.forEach(child -> below(child, change));
  }

  private void column(Identifier column, UnaryOperator<Column> change) {
    below(name -> draft.update(name, relation -> {
      Optional<Column> known = relation.column(column.name());
      if (known.isEmpty() && relation.shapeKnown()) {
        return relation;
      }
      return relation.with(change.apply(
          known.orElseGet(() -> constraints.unknown(column.name(), Optional.empty()))));
    }));
  }

  private void addColumn(AddColumn action) {
    ColumnDefinition definition = action.column();
    String name = Clipping.clip(definition.name().name());
    boolean exists = draft
        .relations
        .get(table)
        .map(relation -> relation.columns().containsKey(name))
        .orElse(false);
    if (exists) {
      return;
    }
    below(child -> tables.putColumn(child, definition));
    tables.finishColumn(table, definition);
    constraints.addAll(table, definition.constraints(), true);
  }

  private void addIdentity(AddIdentity action) {
    column(action.column(), column -> column.withIdentity(true, Optional.empty()));
    tables.ownSequence(table, action.column().name(), action.span());
  }

  private void dropIdentity(DropIdentity action) {
    draft
        .relations
        .get(table)
        .flatMap(relation -> relation.column(action.column().name()))
        .flatMap(Column::sequence)
        .ifPresent(linking::drop);
    column(action.column(), column -> column.withIdentity(false, Optional.empty()));
  }

  private void alterConstraint(AlterConstraint action) {
    if (action.enforces()) {
      constraint(action.constraint(), constraint -> constraint.validated(draft.era));
    }
  }

  private void validate(ValidateConstraint action) {
    Optional<TableConstraint> found = draft
        .relations
        .get(table)
        .flatMap(relation -> relation.constraint(action.constraint().name()));
    found
        .filter(constraint ->
            constraint.definition() instanceof dev.redshank.core.statement.Constraint.NotNull)
        .ifPresent(constraint -> constraint
            .columns()
            .forEach(column -> constraints.setNotNull(table, column, Optional.empty())));
    constraint(action.constraint(), constraint -> constraint.validated(draft.era));
  }

  private void constraint(Identifier name, UnaryOperator<TableConstraint> change) {
    below(child -> draft.update(
        child,
        relation -> relation
            .constraint(name.name())
            .map(known -> relation.with(change.apply(known)))
            .orElse(relation)));
  }

  private void rename(RelationName to) {
    if (!draft.isTaken(to)) {
      linking.rename(table, to);
      table = to;
    }
  }

  private void attachPartition(AttachPartition action) {
    Relation partition = draft.relationOrGlimpse(action.partition(), RelationKind.TABLE);
    here(relation -> relation.kind() == RelationKind.TABLE
        ? relation.ofKind(RelationKind.PARTITIONED_TABLE)
        : relation);
    tables.linkPartition(table, partition.name(), action.bound());
    if (partition.emptied().isEmpty()) {
      new Emptying(draft).refill(table);
    }
    tables.finishPartition(partition.name(), table);
  }

  private void detachPartition(ObjectName name) {
    RelationName partition = draft.resolve(name);
    here(relation ->
        relation.linked(links -> links.withPartitions(links.partitions().minus(partition))));
    draft.update(
        partition,
        relation ->
            relation.linked(links -> links.withPartitionOf(Optional.empty(), Optional.empty())));
    draft.relations.get(table).stream()
        .flatMap(relation -> relation.columns().values().stream())
        .filter(Column::identity)
        .forEach(column -> tables.shareIdentity(partition, column.name(), false));
    for (Index part : draft.relations.get(partition).map(draft::indexesOn).orElse(List.of())) {
      part.partitionOf()
          .ifPresent(whole -> draft.updateIndex(
              whole, index -> index.attached(index.attached() - 1, index.maybeInvalid())));
      draft.put(part.partOf(Optional.empty()));
    }
  }

  private void inherit(ObjectName name) {
    RelationName parent = draft.relationOrGlimpse(name, RelationKind.TABLE).name();
    here(
        relation -> relation.linked(links -> links.withInherits(links.inherits().plus(parent))));
    draft.update(
        parent,
        relation ->
            relation.linked(links -> links.withInheritedBy(links.inheritedBy().plus(table))));
  }

  private void disinherit(ObjectName name) {
    RelationName parent = draft.resolve(name);
    here(
        relation -> relation.linked(links -> links.withInherits(links.inherits().minus(parent))));
    draft.update(
        parent,
        relation ->
            relation.linked(links -> links.withInheritedBy(links.inheritedBy().minus(table))));
  }

  /** FORCE and NO FORCE only say whether the owner is subject to it. */
  private void rowSecurity(RowSecurity action) {
    if (!action.forced()) {
      here(relation -> relation.featured(features -> features.withRowSecurity(action.enabled())));
    }
  }

  private void toggleTrigger(ToggleTrigger action) {
    boolean all = action.trigger().equals("ALL") || action.trigger().equals("USER");
    here(relation -> {
      Relation changed = relation;
      for (Trigger trigger : relation.triggers().values()) {
        if (all || trigger.name().equals(action.trigger())) {
          changed = changed.featured(features -> features.withTriggers(
              features.triggers().plus(trigger.name(), trigger.firing(action.firing()))));
        }
      }
      return changed;
    });
  }
}
