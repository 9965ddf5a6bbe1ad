package dev.redshank.core.schema;

import dev.redshank.core.statement.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.OrderedPMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** Drops and renames relations, indexes, columns and constraints with everything that hangs on them. */
final class Linking {
  private final Draft draft;

  Linking(Draft draft) {
    this.draft = draft;
  }

  /** Drops a relation with what PostgreSQL drops along with it, and with what CASCADE would. */
  void drop(RelationName name) {
    Optional<Relation> found = draft.relations.get(name);
    if (found.isEmpty()) {
      return;
    }
    Relation relation = found.get();
    draft.relations.remove(name);
    relation.indexes().forEach(draft.indexes::remove);
    relation.constraints().keySet().forEach(key -> draft.freeConstraintName(name, key));
    relation
        .columns()
        .values()
        .forEach(
            column -> column.notNullName().ifPresent(key -> draft.freeConstraintName(name, key)));
    relation.constraints().values().forEach(constraint -> unreference(name, constraint));
    dropReferencesTo(relation);
    relation.partitionOf().ifPresent(parent -> forgetPartition(parent, relation));
    relation.inherits().forEach(parent -> forgetChild(parent, name));
    relation.columns().values().forEach(column -> column.sequence().ifPresent(this::drop));
    draft.readsNothing(relation);
    relation.partitions().forEach(this::drop);
    relation.inheritedBy().forEach(this::drop);
    dropReaders(name);
    unpublish(name);
  }

  void dropReaders(RelationName name) {
    draft.readers.getOrDefault(name, OrderedPSet.empty()).forEach(this::drop);
    draft.readers = draft.readers.minus(name);
  }

  private void forgetPartition(RelationName parent, Relation partition) {
    draft.update(
        parent,
        table -> table.linked(
            links -> links.withPartitions(links.partitions().minus(partition.name()))));
  }

  private void forgetChild(RelationName parent, RelationName child) {
    draft.update(
        parent,
        table -> table.linked(links -> links.withInheritedBy(links.inheritedBy().minus(child))));
  }

  private void unpublish(RelationName name) {
    for (Publication publication : List.copyOf(draft.publications.values())) {
      if (publication.tables().contains(name)) {
        draft.publications = draft.publications.plus(
            publication.name(), publication.withTables(publication.tables().minus(name)));
      }
    }
  }

  private void dropReferencesTo(Relation relation) {
    for (RelationName table : relation.referencedBy()) {
      draft.update(table, referencing -> {
        PMap<String, TableConstraint> kept = referencing.constraints();
        for (TableConstraint constraint : referencing.constraints().values()) {
          if (constraint.references().equals(Optional.of(relation.name()))) {
            kept = kept.minus(constraint.name());
            draft.freeConstraintName(table, constraint.name());
          }
        }
        return referencing.withConstraints(kept);
      });
    }
  }

  /** Takes a table off the list of those that refer to another, unless it does so by one more foreign key. */
  private void unreference(RelationName table, TableConstraint gone) {
    gone.references().ifPresent(referenced -> unreference(table, referenced));
  }

  private void unreference(RelationName table, RelationName referenced) {
    boolean still = draft.relations.get(table).stream()
        .flatMap(relation -> relation.constraints().values().stream())
        .anyMatch(constraint -> constraint.references().equals(Optional.of(referenced)));
    if (!still) {
      draft.update(
          referenced,
          other ->
              other.linked(links -> links.withReferencedBy(links.referencedBy().minus(table))));
    }
  }

  /** Drops an index; its constraint stays for whoever drops that. */
  void dropIndex(RelationName name) {
    draft.indexes.get(name).ifPresent(index -> {
      draft.indexes.remove(name);
      draft.update(
          index.table(),
          table -> table.linked(links -> links.withIndexes(links.indexes().minus(name))));
      index
          .partitionOf()
          .ifPresent(parent -> draft.updateIndex(
              parent, whole -> whole.attached(whole.attached() - 1, whole.maybeInvalid())));
      dropPartsOf(index);
    });
  }

  private void dropPartsOf(Index index) {
    draft.relations.get(index.table()).stream()
        .flatMap(table -> table.partitions().stream())
        .flatMap(partition -> draft.relations.get(partition).stream())
        .flatMap(partition -> draft.indexesOn(partition).stream())
        .filter(part -> part.partitionOf().equals(Optional.of(index.name())))
        .toList()
        .forEach(part -> {
          part.constraint().ifPresent(constraint -> dropConstraint(part.table(), constraint, true));
          dropIndex(part.name());
        });
  }

  /** Drops a constraint, its index, and with CASCADE the foreign keys that need it. */
  void dropConstraint(RelationName table, String name, boolean cascade) {
    Optional<Relation> relation = draft.relations.get(table);
    Optional<TableConstraint> found = relation.flatMap(known -> known.constraint(name));
    if (found.isEmpty()) {
      dropNotNull(table, name);
      return;
    }
    TableConstraint constraint = found.get();
    draft.update(table, known -> known.withConstraints(known.constraints().minus(name)));
    draft.freeConstraintName(table, name);
    unreference(table, constraint);
    if (constraint.hasIndex()) {
      dropIndex(new RelationName(table.schema(), name));
      if (cascade) {
        dropForeignKeysTo(table, constraint.columns());
      }
    }
    if (constraint.definition() instanceof Constraint.NotNull) {
      constraint.columns().forEach(column -> nullable(table, column));
    }
  }

  private void dropNotNull(RelationName table, String name) {
    draft.relations.get(table).stream()
        .flatMap(relation -> relation.columns().values().stream())
        .filter(column -> column.notNullName().equals(Optional.of(name)))
        .findFirst()
        .ifPresent(column -> nullable(table, column.name()));
  }

  void nullable(RelationName table, String column) {
    draft.update(
        table,
        relation -> relation
            .column(column)
            .map(known -> {
              known.notNullName().ifPresent(name -> draft.freeConstraintName(table, name));
              return relation.with(known.nullable());
            })
            .orElse(relation));
  }

  private void dropForeignKeysTo(RelationName table, List<String> columns) {
    for (RelationName referencing :
        draft.relations.get(table).map(Relation::referencedBy).orElse(OrderedPSet.empty())) {
      List<TableConstraint> keys = draft.relations.get(referencing).stream()
          .flatMap(relation -> relation.constraints().values().stream())
          .filter(key -> key.references().equals(Optional.of(table)))
          .filter(key -> key.referencedColumns().equals(columns))
          .toList();
      keys.forEach(key -> dropConstraint(referencing, key.name(), false));
    }
  }

  /** Drops a column with the constraints and indexes that use it. */
  void dropColumn(RelationName table, String column) {
    Optional<Relation> found = draft.relations.get(table);
    if (found.isEmpty()) {
      return;
    }
    for (TableConstraint constraint : List.copyOf(found.get().constraints().values())) {
      if (constraint.columns().contains(column)) {
        dropConstraint(table, constraint.name(), true);
      }
    }
    for (Index index : draft.indexesOn(found.get())) {
      if (index.uses(column)) {
        dropIndex(index.name());
      }
    }
    for (RelationName referencing : found.get().referencedBy()) {
      draft.relations.get(referencing).stream()
          .flatMap(relation -> relation.constraints().values().stream())
          .filter(key -> key.references().equals(Optional.of(table)))
          .filter(key -> key.referencedColumns().contains(column))
          .toList()
          .forEach(key -> dropConstraint(referencing, key.name(), false));
    }
    found.get().column(column).flatMap(Column::sequence).ifPresent(this::drop);
    nullable(table, column);
    draft.update(table, relation -> relation.withColumns(relation.columns().minus(column)));
  }

  void renameColumn(RelationName table, String from, String to) {
    Optional<Relation> found = draft.relations.get(table);
    if (found.isEmpty()) {
      return;
    }
    draft.update(
        table,
        relation -> relation
            .withColumns(columnsRenamed(relation.columns(), from, to))
            .withConstraints(constraintsRenamed(relation.constraints(), from, to)));
    found
        .get()
        .indexes()
        .forEach(index -> draft.updateIndex(index, known -> known.columnRenamed(from, to)));
    for (RelationName referencing : found.get().referencedBy()) {
      draft.update(referencing, relation -> referencedColumnRenamed(relation, table, from, to));
    }
  }

  static PMap<String, Column> columnsRenamed(PMap<String, Column> columns, String from, String to) {
    if (!columns.containsKey(from)) {
      return columns;
    }
    PMap<String, Column> renamed = OrderedPMap.empty();
    for (Column column : columns.values()) {
      Column kept = column.name().equals(from) ? column.named(to) : column;
      renamed = renamed.plus(kept.name(), kept);
    }
    return renamed;
  }

  private static PMap<String, TableConstraint> constraintsRenamed(
      PMap<String, TableConstraint> constraints, String from, String to) {
    PMap<String, TableConstraint> renamed = constraints;
    for (TableConstraint constraint : constraints.values()) {
      if (constraint.columns().contains(from)) {
        renamed = renamed.plus(constraint.name(), constraint.columnRenamed(from, to));
      }
    }
    return renamed;
  }

  private static Relation referencedColumnRenamed(
      Relation relation, RelationName table, String from, String to) {
    PMap<String, TableConstraint> renamed = relation.constraints();
    for (TableConstraint constraint : relation.constraints().values()) {
      if (constraint.references().equals(Optional.of(table))
          && constraint.referencedColumns().contains(from)) {
        renamed = renamed.plus(constraint.name(), constraint.referencedColumnRenamed(from, to));
      }
    }
    return relation.withConstraints(renamed);
  }

  /** Renames a constraint, and the index behind it. */
  void renameConstraint(RelationName table, String from, String to) {
    Optional<TableConstraint> found =
        draft.relations.get(table).flatMap(known -> known.constraint(from));
    if (found.isEmpty()) {
      renameNotNull(table, from, to);
      return;
    }
    draft.freeConstraintName(table, from);
    draft.takeConstraintName(table, to);
    draft.update(
        table, relation -> relation.withConstraints(renamed(relation.constraints(), from, to)));
    if (found.get().hasIndex()) {
      moveIndex(new RelationName(table.schema(), from), new RelationName(table.schema(), to));
      draft.updateIndex(
          new RelationName(table.schema(), to), index -> index.forConstraint(Optional.of(to)));
    }
  }

  private void renameNotNull(RelationName table, String from, String to) {
    draft.update(table, relation -> {
      for (Column column : relation.columns().values()) {
        if (column.notNullName().equals(Optional.of(from))) {
          draft.freeConstraintName(table, from);
          draft.takeConstraintName(table, to);
          return relation.with(column.notNull(to));
        }
      }
      return relation;
    });
  }

  private static PMap<String, TableConstraint> renamed(
      PMap<String, TableConstraint> constraints, String from, String to) {
    PMap<String, TableConstraint> renamed = OrderedPMap.empty();
    for (TableConstraint constraint : constraints.values()) {
      TableConstraint kept = constraint.name().equals(from) ? constraint.named(to) : constraint;
      renamed = renamed.plus(kept.name(), kept);
    }
    return renamed;
  }

  /** Renames an index, and the constraint that it belongs to. */
  void renameIndex(RelationName from, RelationName to) {
    Optional<Index> index = draft.indexes.get(from);
    if (index.isEmpty()) {
      return;
    }
    Optional<String> constraint = index.get().constraint();
    if (constraint.isPresent()) {
      renameConstraint(index.get().table(), constraint.get(), to.name());
    } else {
      moveIndex(from, to);
    }
  }

  private void moveIndex(RelationName from, RelationName to) {
    Optional<Index> found = draft.indexes.get(from);
    if (found.isEmpty() || from.equals(to)) {
      return;
    }
    Index index = found.get();
    draft.indexes.remove(from);
    draft.put(index.named(to));
    draft.update(index.table(), table -> table.linked(links -> links.renamed(from, to)));
    if (index.attached() > 0) {
      partsOf(index).forEach(part -> draft.put(part.partOf(Optional.of(to))));
    }
  }

  private List<Index> partsOf(Index index) {
    List<Index> parts = new ArrayList<>();
    for (RelationName partition :
        draft.relations.get(index.table()).map(Relation::partitions).orElse(OrderedPSet.empty())) {
      draft.relations.get(partition).map(draft::indexesOn).orElse(List.of()).stream()
          .filter(part -> part.partitionOf().equals(Optional.of(index.name())))
          .forEach(parts::add);
    }
    return parts;
  }

  /** Gives a relation another name or schema; its indexes, constraints and sequences stay with it. */
  void rename(RelationName from, RelationName to) {
    Optional<Relation> found = draft.relations.get(from);
    if (found.isEmpty() || from.equals(to) || draft.isTaken(to)) {
      return;
    }
    Relation relation = found.get();
    draft.relations.remove(from);
    draft.put(selfRenamed(relation, from, to));
    neighbours(relation)
        .forEach(other -> draft.update(
            other, known -> referring(known.linked(links -> links.renamed(from, to)), from, to)));
    relation.indexes().forEach(index -> draft.updateIndex(index, known -> known.on(to)));
    renameReaders(from, to);
    republish(from, to);
    if (!from.schema().equals(to.schema())) {
      moveBelongings(relation, from, to);
    }
  }

  private Relation selfRenamed(Relation relation, RelationName from, RelationName to) {
    return referring(relation.named(to).linked(links -> links.renamed(from, to)), from, to);
  }

  private static List<RelationName> neighbours(Relation relation) {
    List<RelationName> names = new ArrayList<>();
    relation.partitionOf().ifPresent(names::add);
    names.addAll(relation.partitions());
    names.addAll(relation.inherits());
    names.addAll(relation.inheritedBy());
    names.addAll(relation.referencedBy());
    relation
        .constraints()
        .values()
        .forEach(constraint -> constraint.references().ifPresent(names::add));
    return names;
  }

  private static Relation referring(Relation relation, RelationName from, RelationName to) {
    PMap<String, TableConstraint> constraints = relation.constraints();
    for (TableConstraint constraint : relation.constraints().values()) {
      if (constraint.references().equals(Optional.of(from))) {
        constraints = constraints.plus(constraint.name(), constraint.referring(to));
      }
    }
    return relation.withConstraints(constraints);
  }

  private void renameReaders(RelationName from, RelationName to) {
    PSet<RelationName> views = draft.readers.getOrDefault(from, OrderedPSet.empty());
    if (!views.isEmpty()) {
      draft.readers = draft.readers.minus(from).plus(to, views);
      views.forEach(view ->
          draft.update(view, known -> known.linked(links -> links.renamed(from, to))));
    }
    for (RelationName read :
        draft.relations.get(to).map(known -> known.links().reads()).orElse(OrderedPSet.empty())) {
      PSet<RelationName> others = draft.readers.getOrDefault(read, OrderedPSet.empty());
      draft.readers = draft.readers.plus(read, others.minus(from).plus(to));
    }
  }

  private void republish(RelationName from, RelationName to) {
    for (Publication publication : List.copyOf(draft.publications.values())) {
      if (publication.tables().contains(from)) {
        PSet<RelationName> tables = publication.tables().minus(from).plus(to);
        draft.publications =
            draft.publications.plus(publication.name(), publication.withTables(tables));
      }
    }
  }

  /** SET SCHEMA takes indexes, constraints and owned sequences along. */
  private void moveBelongings(Relation relation, RelationName from, RelationName to) {
    for (RelationName index : relation.indexes()) {
      moveIndex(index, new RelationName(to.schema(), index.name()));
    }
    for (String constraint : relation.constraints().keySet()) {
      draft.freeConstraintName(from, constraint);
      draft.takeConstraintName(to, constraint);
    }
    for (Column column : relation.columns().values()) {
      column.notNullName().ifPresent(name -> {
        draft.freeConstraintName(from, name);
        draft.takeConstraintName(to, name);
      });
      column.sequence().ifPresent(sequence -> {
        RelationName moved = new RelationName(to.schema(), sequence.name());
        rename(sequence, moved);
        draft.update(to, known -> known.with(column.withSequence(Optional.of(moved))));
      });
    }
  }
}
