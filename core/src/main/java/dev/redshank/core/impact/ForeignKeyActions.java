package dev.redshank.core.impact;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.ForeignKeyAction;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.Update;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
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
  private final Set<RelationName> referring = new HashSet<>();
  private final Set<RelationName> certain = new HashSet<>();
  private final Set<Change> found = new LinkedHashSet<>();
  private final Deque<Change> open = new ArrayDeque<>();

  private ForeignKeyActions(Scene<?> scene) {
    this.scene = scene;
  }

  /** Columns of a table that change, or with none its rows that go. */
  private record Change(RelationName table, Set<String> columns) {}

  static ForeignKeyActions onDelete(Scene<?> scene) {
    ForeignKeyActions actions = new ForeignKeyActions(scene);
    actions.begin(Set.of());
    return actions.followed();
  }

  /** What ON CONFLICT DO UPDATE leads to. */
  static ForeignKeyActions onConflict(Scene<? extends Insert> scene) {
    ForeignKeyActions actions = new ForeignKeyActions(scene);
    actions.beginUpdate(scene.part().updated());
    return actions.followed();
  }

  static ForeignKeyActions onUpdate(Scene<? extends Update> scene) {
    ForeignKeyActions actions = new ForeignKeyActions(scene);
    actions.beginUpdate(scene.part().columns());
    return actions.followed();
  }

  static ForeignKeyActions onMerge(Scene<? extends Merge> scene) {
    ForeignKeyActions actions = new ForeignKeyActions(scene);
    actions.beginUpdate(scene.part().updated());
    if (scene.part().deletes()) {
      actions.begin(Set.of());
    }
    return actions.followed();
  }

  /** All of them. */
  Collection<RelationName> all() {
    return locks.keySet();
  }

  /** The tables that are locked in a mode. */
  Collection<RelationName> in(LockMode mode) {
    Set<RelationName> tables = new LinkedHashSet<>();
    locks.forEach((table, strongest) -> {
      if (strongest == mode) {
        tables.add(table);
      }
    });
    return tables;
  }

  /** Those of them that are looked into only if a row of another table goes or changes as well. */
  Collection<RelationName> furtherOff() {
    Set<RelationName> tables = new LinkedHashSet<>(locks.keySet());
    tables.removeAll(certain);
    return tables;
  }

  /** Those of them that are partitions of others of them. */
  Collection<RelationName> parts() {
    return Relations.parts(scene, locks.keySet());
  }

  private void beginUpdate(List<Identifier> columns) {
    if (!columns.isEmpty()) {
      begin(Set.copyOf(ForeignKeyChecks.names(columns)));
    }
  }

  private void begin(Set<String> columns) {
    changes(scene.tree(), columns);
  }

  /** What the statement changes itself comes first. */
  private ForeignKeyActions followed() {
    for (int own = open.size(); own > 0; own--) {
      follow(open.remove());
    }
    certain.addAll(referring);
    while (!open.isEmpty()) {
      follow(open.remove());
    }
    return this;
  }

  private void follow(Change change) {
    Set<RelationName> names = new LinkedHashSet<>(List.of(change.table()));
    names.addAll(scene.above(change.table()));
    for (RelationName name : names) {
      for (SchemaState.Reference reference : scene.state().referencesTo(name)) {
        if (reference.constraint().definition() instanceof Constraint.ForeignKey key
            && ForeignKeyChecks.isChecked(reference.constraint())
            && concerns(change, name, reference.constraint())) {
          Collection<RelationName> tables = scene.withPartitions(reference.table());
          referring.addAll(tables);
          act(
              tables,
              Set.copyOf(reference.constraint().columns()),
              change.columns().isEmpty() ? key.onDelete() : key.onUpdate(),
              change);
        }
      }
    }
  }

  private void act(
      Collection<RelationName> tables,
      Set<String> columns,
      ForeignKeyAction action,
      Change change) {
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
  }

  private void changes(Collection<RelationName> tables, Set<String> columns) {
    for (RelationName table : tables) {
      Change change = new Change(table, columns);
      if (found.add(change)) {
        open.add(change);
      }
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
