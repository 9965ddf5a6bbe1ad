package dev.redshank.core.schema;

import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.Identifier;
import java.util.List;
import java.util.Optional;

/** Makes indexes, also those that a partitioned table's index makes on the partitions. */
final class IndexMaking {
  private final Draft draft;

  IndexMaking(Draft draft) {
    this.draft = draft;
  }

  void create(CreateIndex statement) {
    Relation table = draft.relationOrGlimpse(statement.table(), RelationKind.TABLE);
    IndexForm form = IndexForm.of(statement);
    String name = statement
        .name()
        .map(written -> Clipping.clip(written.name()))
        .orElseGet(() -> automaticName(table.name(), form.keyNames(), "idx"));
    RelationName full = new RelationName(table.name().schema(), name);
    if (draft.isTaken(full)) {
      return;
    }
    boolean partitioned = table.kind() == RelationKind.PARTITIONED_TABLE;
    boolean waits = partitioned && statement.only() && !table.partitions().isEmpty();
    Index index = new Index(
        full,
        table.name(),
        statement.unique(),
        statement.columns().stream().map(Identifier::name).map(Clipping::clip).toList(),
        statement.columns().size() < statement.keys().size(),
        statement.predicate().isPresent(),
        waits || (statement.concurrently() && statement.ifNotExists()),
        Optional.empty(),
        draft.era,
        draft.place(statement.span()),
        Optional.empty(),
        0,
        form);
    add(index);
    if (!statement.only()) {
      spread(index);
    }
  }

  /** The index behind a constraint; it has the constraint's name. */
  Index forConstraint(RelationName table, TableConstraint constraint) {
    boolean exclusion = !constraint.isPrimaryKey()
        && !(constraint.definition() instanceof dev.redshank.core.statement.Constraint.Unique);
    return new Index(
        new RelationName(table.schema(), constraint.name()),
        table,
        !exclusion,
        constraint.columns(),
        exclusion,
        false,
        false,
        Optional.of(constraint.name()),
        draft.era,
        constraint.madeAt(),
        Optional.empty(),
        0,
        IndexForm.of(constraint.columns(), exclusion ? "exclude" : "btree"));
  }

  void add(Index index) {
    draft.put(index);
    draft.update(
        index.table(),
        table -> table.linked(links -> links.withIndexes(links.indexes().plus(index.name()))));
  }

  String automaticName(RelationName table, List<String> keys, String label) {
    String columns = label.equals("pkey") ? "" : AutomaticNames.joined(keys);
    return AutomaticNames.choose(
        table.name(),
        columns,
        label,
        name -> draft.isTaken(new RelationName(table.schema(), name))
            || (!label.equals("idx") && draft.isConstraintNameTaken(table, name)));
  }

  /** Gives every partition its part of an index. */
  void spread(Index index) {
    draft
        .relations
        .get(index.table())
        .map(Relation::partitions)
        .ifPresent(partitions -> partitions.forEach(partition -> spread(index, partition)));
  }

  /** Gives a partition its part of an index: one that is there already, or a new one. */
  void spread(Index index, RelationName partition) {
    Optional<Relation> table = draft.relations.get(partition);
    if (table.isEmpty()) {
      return;
    }
    Optional<Index> present = draft.indexesOn(table.get()).stream()
        .filter(other -> other.partitionOf().isEmpty() && other.unique() == index.unique())
        .filter(other -> other.form().shape().equals(index.form().shape()))
        .filter(other -> index.constraint().isEmpty() || other.constraint().isPresent())
        .findFirst();
    if (present.isPresent()) {
      attach(index.name(), present.get().name());
    } else {
      make(index, table.get());
    }
  }

  private void make(Index whole, Relation partition) {
    Optional<TableConstraint> constraint = whole
        .constraint()
        .flatMap(
            name -> draft.relations.get(whole.table()).flatMap(table -> table.constraint(name)));
    String label =
        constraint.map(TableConstraint::definition).map(ConstraintMaking::label).orElse("idx");
    String name = automaticName(partition.name(), whole.form().keyNames(), label);
    RelationName full = new RelationName(partition.name().schema(), name);
    constraint.ifPresent(parent -> {
      draft.takeConstraintName(partition.name(), name);
      draft.update(
          partition.name(),
          table -> table.with(parent.named(name).copied(draft.era, whole.madeAt(), true)));
    });
    Index part = new Index(
        full,
        partition.name(),
        whole.unique(),
        whole.columns(),
        whole.hasExpressions(),
        whole.partial(),
        false,
        constraint.map(parent -> name),
        draft.era,
        whole.madeAt(),
        Optional.empty(),
        0,
        whole.form());
    add(part);
    attach(whole.name(), full);
    spread(part);
  }

  /** Makes an index a part of a partitioned table's one, which is valid when it has a part of every partition. */
  void attach(RelationName whole, RelationName part) {
    if (draft.indexes.get(part).filter(index -> index.partitionOf().isEmpty()).isEmpty()) {
      return;
    }
    draft.updateIndex(part, index -> index.partOf(Optional.of(whole)));
    draft.updateIndex(whole, index -> {
      int attached = index.attached() + 1;
      int partitions = draft
          .relations
          .get(index.table())
          .map(table -> table.partitions().size())
          .orElse(0);
      return index.attached(attached, index.maybeInvalid() && attached < partitions);
    });
  }
}
