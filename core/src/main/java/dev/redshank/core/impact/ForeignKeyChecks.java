package dev.redshank.core.impact;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.Update;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables that PostgreSQL looks into, row by row, because a foreign key has to hold after a change of data. */
final class ForeignKeyChecks {
  private ForeignKeyChecks() {}

  /** The tables that foreign keys of the updated columns refer to. */
  static Collection<RelationName> ofUpdate(Scene<? extends Update> scene) {
    Set<RelationName> found = new LinkedHashSet<>();
    scene.relation().stream()
        .flatMap(table -> table.constraints().values().stream())
        .filter(constraint -> touches(scene.part(), constraint.columns()))
        .forEach(constraint -> constraint.references().ifPresent(found::add));
    return found;
  }

  /**
   * Whether the transaction may have written the rows that are updated. Those are held against the foreign keys whatever column
   * changes, as the check of what was written before may be still to come (RI_FKey_fk_upd_check_required).
   */
  static boolean mayUpdateOwnRows(Scene<? extends Update> scene) {
    return !Relations.referencedBy(scene, List.of(scene.target())).isEmpty()
        && scene
            .situation()
            .transaction()
            .held()
            .on(scene.target())
            .filter(HeldLock::written)
            .isPresent();
  }

  /** The tables whose foreign keys refer to the updated columns. */
  static Collection<RelationName> onUpdate(Scene<? extends Update> scene) {
    Set<RelationName> found = new LinkedHashSet<>();
    scene.part().columns().forEach(column -> found.addAll(Columns.referring(scene, column.name())));
    return found;
  }

  /** The tables that a DELETE looks into, or changes, because of a foreign key's action, in this mode. */
  static Collection<RelationName> onDelete(Scene<?> scene, LockMode mode) {
    Set<RelationName> found = new LinkedHashSet<>();
    for (SchemaState.Reference reference : scene.state().referencesTo(scene.target())) {
      if (reference.constraint().definition() instanceof Constraint.ForeignKey key
          && modeOf(key) == mode) {
        found.add(reference.table());
      }
    }
    return found;
  }

  private static LockMode modeOf(Constraint.ForeignKey key) {
    return switch (key.onDelete()) {
      case NO_ACTION, RESTRICT -> LockMode.ROW_SHARE;
      case CASCADE, SET_NULL, SET_DEFAULT -> LockMode.ROW_EXCLUSIVE;
    };
  }

  private static boolean touches(Update update, List<String> columns) {
    return update.columns().stream().map(Identifier::name).anyMatch(columns::contains);
  }
}
