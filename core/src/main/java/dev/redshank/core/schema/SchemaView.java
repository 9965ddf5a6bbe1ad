package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.text.Span;
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
    return state
        .relation(name)
        .filter(Relation::isMade)
        .map(relation -> relation.since().ageAt(now))
        .orElse(Age.UNKNOWN);
  }

  /** Whether a relation was there before this deploy, or may have been: then it may hold rows and be in use. */
  public boolean isOld(ObjectName name) {
    return !age(name).isNew() && state.relation(name).map(Relation::isShared).orElse(true);
  }

  /** Whether the relation of a name that was looked up before is old. */
  public boolean isOld(RelationName name) {
    return isOld(asWritten(name));
  }

  /** Whether the table of a name that was looked up before may hold rows. */
  public boolean mayHoldRows(RelationName name) {
    return mayHoldRows(asWritten(name));
  }

  private static ObjectName asWritten(RelationName name) {
    return new ObjectName(Optional.of(name.schema()), name.name(), new Span(0, 0));
  }

  /** Whether a table may hold rows: it is old, and not a view. */
  public boolean mayHoldRows(ObjectName name) {
    return isOld(name) && state.relation(name).map(Relation::storesRows).orElse(true);
  }

  /** The relation, where the migrations so far describe it. */
  public Optional<Relation> relation(ObjectName name) {
    return state.relation(name);
  }
}
