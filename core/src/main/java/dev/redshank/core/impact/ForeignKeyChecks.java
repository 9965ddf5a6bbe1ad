package dev.redshank.core.impact;

import dev.redshank.core.schema.Column;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The tables that PostgreSQL looks into, row by row, because a foreign key of changed rows has to hold. */
final class ForeignKeyChecks {
  private ForeignKeyChecks() {}

  /** The tables that new rows refer to, and those that ON CONFLICT DO UPDATE makes rows refer to. */
  static Collection<RelationName> ofInsert(Scene<? extends Insert> scene) {
    Set<RelationName> found = new LinkedHashSet<>(ofNewRows(scene));
    found.addAll(ofColumns(scene, names(scene.part().updated())));
    return found;
  }

  /** Those of them that no new row refers to. */
  static Collection<RelationName> onlyOfConflict(Scene<? extends Insert> scene) {
    Set<RelationName> found = new LinkedHashSet<>(ofInsert(scene));
    found.removeAll(ofNewRows(scene));
    return found;
  }

  private static Collection<RelationName> ofNewRows(Scene<? extends Insert> scene) {
    Insert insert = scene.part();
    boolean any =
        insert.columns().isEmpty() && insert.source() != Insert.InsertSource.DEFAULT_VALUES;
    return ofNewRows(scene, any, names(insert.columns()));
  }

  /** The tables that rows refer to which COPY brings. */
  static Collection<RelationName> ofCopy(Scene<? extends Copy> scene) {
    return ofNewRows(scene, true, List.of());
  }

  /** The tables that rows refer to which MERGE makes or changes. */
  static Collection<RelationName> ofMerge(Scene<? extends Merge> scene) {
    Merge merge = scene.part();
    Set<RelationName> found = new LinkedHashSet<>(ofColumns(scene, names(merge.updated())));
    if (merge.inserts()) {
      found.addAll(ofNewRows(scene, merge.insertsInOrder(), names(merge.inserted())));
    }
    return found;
  }

  /** The tables that foreign keys of the updated columns refer to. */
  static Collection<RelationName> ofUpdate(Scene<? extends Update> scene) {
    return ofColumns(scene, names(scene.part().columns()));
  }

  /**
   * Whether the transaction may have written the rows that are updated. Those are held against the foreign keys whatever column
   * changes, as the check of what was written before may be still to come (RI_FKey_fk_upd_check_required).
   */
  static boolean mayUpdateOwnRows(Scene<?> scene) {
    return !Relations.referencedBy(scene, List.of(scene.target())).isEmpty()
        && scene
            .situation()
            .transaction()
            .held()
            .on(scene.target())
            .filter(HeldLock::written)
            .isPresent();
  }

  /** A row that gets NULL in a column of a foreign key is held against nothing: MATCH FULL refuses it, or it is NULL throughout. */
  private static Collection<RelationName> ofNewRows(
      Scene<?> scene, boolean any, List<String> columns) {
    return referenced(
        scene,
        scene.withPartitions(scene.target()),
        (table, key) -> any
            || key.columns().stream()
                .allMatch(column -> columns.contains(column) || mayHaveDefault(table, column)));
  }

  private static boolean mayHaveDefault(Relation table, String column) {
    return table.column(column).map(Column::hasDefault).orElse(true);
  }

  /** A row that goes into another partition is a new row there. */
  private static Collection<RelationName> ofColumns(Scene<?> scene, List<String> columns) {
    boolean moves = scene.tree().stream()
        .flatMap(table -> scene.state().relation(table).stream())
        .anyMatch(table -> table.partitionKey().stream().anyMatch(columns::contains));
    return referenced(
        scene,
        scene.tree(),
        (table, key) -> moves || key.columns().stream().anyMatch(columns::contains));
  }

  /** What the enforced foreign keys of tables, and of those that they are partitions of, refer to. */
  static Collection<RelationName> referenced(
      Scene<?> scene,
      Collection<RelationName> tables,
      BiPredicate<Relation, TableConstraint> chosen) {
    Set<RelationName> all = new LinkedHashSet<>(tables);
    tables.forEach(table -> all.addAll(scene.above(table)));
    Set<RelationName> found = new LinkedHashSet<>();
    for (RelationName name : all) {
      Optional<Relation> table = scene.state().relation(name);
      if (table.isPresent()) {
        for (TableConstraint key : table.get().constraints().values()) {
          if (key.references().isPresent() && isChecked(key) && chosen.test(table.get(), key)) {
            found.addAll(scene.withPartitions(key.references().get()));
          }
        }
      }
    }
    return found;
  }

  static boolean isChecked(TableConstraint key) {
    return !key.definition().traits().notEnforced();
  }

  static List<String> names(List<Identifier> columns) {
    List<String> names = new ArrayList<>(columns.size());
    for (Identifier column : columns) {
      names.add(column.name());
    }
    return names;
  }
}
