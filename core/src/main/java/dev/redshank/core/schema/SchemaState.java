package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The immutable picture of the database that the statements so far have built. A statement changes only
 * the objects that it names; everything else is shared with the picture before.
 */
public final class SchemaState {
  private static final SchemaState EMPTY = new SchemaState();

  private SchemaState() {}

  /** A database without a table of its own. */
  public static SchemaState empty() {
    return EMPTY;
  }

  /** The picture after {@code statement}, whose objects are made in {@code era}, at {@code path}. */
  public SchemaState after(Statement statement, Era era, String path) {
    return this;
  }

  /** The relation that a name finds on the search path; empty when no migration so far made it. */
  public Optional<Relation> relation(ObjectName name) {
    return Optional.empty();
  }

  /** The relation of a name that was looked up before. */
  public Optional<Relation> relation(RelationName name) {
    return Optional.empty();
  }

  /** The name that PostgreSQL would look up: of a relation that is known, else the first schema of the search path. */
  public RelationName resolve(ObjectName name) {
    return new RelationName(name.schema().orElse("public"), name.name());
  }

  /** The same picture, with unqualified names looked up in these schemas; none for PostgreSQL's default. */
  public SchemaState withSearchPath(List<String> schemas) {
    return this;
  }
}
