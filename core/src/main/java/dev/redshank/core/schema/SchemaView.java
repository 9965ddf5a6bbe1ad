package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Statement;
import java.util.Optional;

/**
 * What is known of the database at one moment: a picture and the time at which it is looked at.
 *
 * @param state the picture
 * @param now the transaction, migration and deploy under way
 */
public record SchemaView(SchemaState state, Era now) {
  /**
   * How old a relation is. One made by {@code IF NOT EXISTS} counts as made there when no migration before named it:
   * whoever writes so means a new table far more often than one that is older than all migrations.
   */
  public Age age(ObjectName name) {
    return age(state.relation(name));
  }

  private Age age(Optional<Relation> relation) {
    return relation.isPresent() && relation.get().isMade()
        ? relation.get().since().ageAt(now)
        : Age.UNKNOWN;
  }

  /** Whether a relation was there before this deploy, or may have been: then it may hold rows and be in use. */
  public boolean isOld(ObjectName name) {
    return isOld(state.relation(name));
  }

  private boolean isOld(Optional<Relation> relation) {
    return !age(relation).isNew() && (relation.isEmpty() || relation.get().isShared());
  }

  /** Whether the relation of a name that was looked up before is old. */
  public boolean isOld(RelationName name) {
    return isOld(state.relation(name));
  }

  /** Whether a table may hold rows that others use: it is old, and not a view. */
  public boolean mayBeInUse(ObjectName name) {
    return mayBeInUse(state.relation(name));
  }

  /** Whether the table of a name that was looked up before may hold rows that others use. */
  public boolean mayBeInUse(RelationName name) {
    return mayBeInUse(state.relation(name));
  }

  private boolean mayBeInUse(Optional<Relation> relation) {
    return isOld(relation) && (relation.isEmpty() || relation.get().storesRows());
  }

  /** Whether a table may hold rows that take time: it may be in use, and this transaction has not emptied it. */
  public boolean mayHoldRows(ObjectName name) {
    return mayHoldRows(state.relation(name));
  }

  /** Whether the table of a name that was looked up before may hold rows that take time. */
  public boolean mayHoldRows(RelationName name) {
    return mayHoldRows(state.relation(name));
  }

  private boolean mayHoldRows(Optional<Relation> relation) {
    boolean emptied = relation
        .flatMap(Relation::emptied)
        .filter(when -> when.ageAt(now) == Age.THIS_TRANSACTION)
        .isPresent();
    return !emptied && mayBeInUse(relation);
  }

  /** The picture after a statement at {@code path} that runs now. */
  public SchemaState after(Statement statement, String path) {
    return state.after(statement, now, path);
  }

  /** The relation, where the migrations so far describe it. */
  public Optional<Relation> relation(ObjectName name) {
    return state.relation(name);
  }
}
