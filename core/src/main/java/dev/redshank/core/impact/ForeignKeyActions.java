package dev.redshank.core.impact;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.ForeignKeyAction;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.Update;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables whose foreign keys refer to rows that go or get another key: they are looked into, or changed with them, and
 * so on behind those that are changed.
 */
final class ForeignKeyActions {
  private final Scene<?> scene;
  private final Map<RelationName, LockMode> locks = new LinkedHashMap<>();
  private final Set<Change> followed = new LinkedHashSet<>();
  private boolean goesOn;

  private ForeignKeyActions(Scene<?> scene) {
    this.scene = scene;
  }

  /** Columns of a table that change, or with none its rows that go. */
  private record Change(RelationName table, Set<String> columns) {}

  static ForeignKeyActions onDelete(Scene<?> scene) {
    ForeignKeyActions actions = new ForeignKeyActions(scene);
    actions.begin(Set.of());
    return actions;
  }

  static ForeignKeyActions onUpdate(Scene<? extends Update> scene) {
    return onUpdate(scene, ForeignKeyChecks.names(scene.part().columns()));
  }

  static ForeignKeyActions onMerge(Scene<? extends Merge> scene) {
    ForeignKeyActions actions =
        onUpdate(scene, ForeignKeyChecks.names(scene.part().updated()));
    if (scene.part().deletes()) {
      actions.begin(Set.of());
    }
    return actions;
  }

  private static ForeignKeyActions onUpdate(Scene<?> scene, List<String> columns) {
    ForeignKeyActions actions = new ForeignKeyActions(scene);
    if (!columns.isEmpty()) {
      actions.begin(Set.copyOf(columns));
    }
    return actions;
  }

  /** The tables that are locked in a mode. */
  Collection<RelationName> in(LockMode mode) {
    Set<RelationName> found = new LinkedHashSet<>();
    locks.forEach((table, strongest) -> {
      if (strongest == mode) {
        found.add(table);
      }
    });
    return found;
  }

  /** Whether tables are among them that are looked into only if a row of another table goes or changes as well. */
  boolean goesOn() {
    return goesOn;
  }

  private void begin(Set<String> columns) {
    for (RelationName table : scene.tree()) {
      follow(new Change(table, columns), false);
    }
  }

  private void follow(Change change, boolean further) {
    if (!followed.add(change)) {
      return;
    }
    Set<RelationName> names = new LinkedHashSet<>(List.of(change.table()));
    names.addAll(scene.above(change.table()));
    for (RelationName name : names) {
      for (SchemaState.Reference reference : scene.state().referencesTo(name)) {
        if (reference.constraint().definition() instanceof Constraint.ForeignKey key
            && ForeignKeyChecks.isChecked(reference.constraint())
            && concerns(change, name, reference.constraint())) {
          goesOn |= further;
          act(reference, change.columns().isEmpty() ? key.onDelete() : key.onUpdate(), change);
        }
      }
    }
  }

  private void act(SchemaState.Reference reference, ForeignKeyAction action, Change change) {
    Collection<RelationName> tables = scene.withPartitions(reference.table());
    Set<String> columns = Set.copyOf(reference.constraint().columns());
    switch (action) {
      case NO_ACTION, RESTRICT -> lock(tables, LockMode.ROW_SHARE);
      case CASCADE -> {
        lock(tables, LockMode.ROW_EXCLUSIVE);
        if (change.columns().isEmpty()) {
          changes(tables, Set.of());
        } else {
          changes(tables, columns);
          checked(tables, columns);
        }
      }
      case SET_NULL -> {
        lock(tables, LockMode.ROW_EXCLUSIVE);
        changes(tables, columns);
      }
      case SET_DEFAULT -> {
        lock(tables, LockMode.ROW_EXCLUSIVE);
        changes(tables, columns);
        checked(tables, columns);
      }
    }
  }

  /** What got another value than NULL is held against its own foreign keys. */
  private void checked(Collection<RelationName> tables, Set<String> columns) {
    Collection<RelationName> referenced = ForeignKeyChecks.referenced(
        scene, tables, (table, key) -> key.columns().stream().anyMatch(columns::contains));
    lock(referenced, LockMode.ROW_SHARE);
    goesOn |= !referenced.isEmpty();
  }

  private void changes(Collection<RelationName> tables, Set<String> columns) {
    for (RelationName table : tables) {
      follow(new Change(table, columns), true);
    }
  }

  private void lock(Collection<RelationName> tables, LockMode mode) {
    tables.forEach(table -> locks.merge(table, mode, LockMode::strongest));
  }

  private boolean concerns(Change change, RelationName referenced, TableConstraint key) {
    return change.columns().isEmpty()
        || referencedColumns(referenced, key).stream().anyMatch(change.columns()::contains);
  }

  private List<String> referencedColumns(RelationName referenced, TableConstraint key) {
    return key.referencedColumns().isEmpty()
        ? Optional.of(referenced)
            .flatMap(scene.state()::relation)
            .flatMap(Relation::primaryKey)
            .map(TableConstraint::columns)
            .orElse(List.of())
        : key.referencedColumns();
  }
}
