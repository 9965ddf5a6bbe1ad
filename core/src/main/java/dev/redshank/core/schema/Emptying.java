package dev.redshank.core.schema;

import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Truncate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which tables hold nothing because they were truncated. Rows that are written out one by one are few: they leave a table as good
 * as empty. What a function or procedure writes is not known.
 */
final class Emptying {
  private final Draft draft;

  Emptying(Draft draft) {
    this.draft = draft;
  }

  void truncate(Truncate statement) {
    Set<RelationName> found = new LinkedHashSet<>();
    for (ObjectName name : statement.tables()) {
      RelationName table = draft.relationOrGlimpse(name, RelationKind.TABLE).name();
      boolean alone = statement.only().contains(name);
      empty(table, alone, statement.cascade(), found);
    }
    found.forEach(name -> draft.update(name, table -> table.emptied(Optional.of(draft.era))));
  }

  private void below(RelationName name, boolean cascade, Set<RelationName> found) {
    empty(name, false, cascade, found);
  }

  private void empty(RelationName name, boolean alone, boolean cascade, Set<RelationName> found) {
    Optional<Relation> table = draft.relations.get(name);
    if (table.isPresent() && found.add(name)) {
      if (!alone) {
        ConstraintMaking.children(table.get()).forEach(child -> below(child, cascade, found));
      }
      if (cascade) {
        table.get().referencedBy().forEach(other -> below(other, true, found));
      }
    }
  }

  /** Whether a statement copies rows into a table that was emptied. */
  static boolean fills(Statement statement, Catalog catalog) {
    return filled(statement)
        .flatMap(table -> catalog.relations().lookUp(table, catalog.path()))
        .filter(relation -> relation.emptied().isPresent())
        .isPresent();
  }

  void fill(Statement statement) {
    filled(statement).flatMap(draft::relation).ifPresent(table -> refill(table.name()));
  }

  /** Takes it that a table, whatever is below it and whatever it is a part of hold rows again. */
  void refill(RelationName name) {
    Set<RelationName> found = new LinkedHashSet<>();
    below(name, false, found);
    Optional<RelationName> parent = parent(name);
    while (parent.isPresent() && found.add(parent.get())) {
      parent = parent(parent.get());
    }
    found.forEach(each -> draft.update(each, table -> table.emptied(Optional.empty())));
  }

  private Optional<RelationName> parent(RelationName name) {
    return draft.relations.get(name).flatMap(Relation::partitionOf);
  }

  private static Optional<ObjectName> filled(Statement statement) {
    if (statement instanceof Insert insert) {
      boolean copies = insert.source() == Insert.InsertSource.QUERY;
      return copies ? Optional.of(insert.table()) : Optional.empty();
    }
    if (statement instanceof Copy copy) {
      return copy.from() ? copy.table() : Optional.empty();
    }
    return statement instanceof Merge merge ? Optional.of(merge.table()) : Optional.empty();
  }
}
