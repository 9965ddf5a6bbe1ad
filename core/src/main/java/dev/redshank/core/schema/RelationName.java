package dev.redshank.core.schema;

import dev.redshank.core.sql.Names;

/**
 * A relation's name after PostgreSQL has looked it up.
 *
 * @param schema {@code public} where nothing else is known
 * @param name without quotes
 */
public record RelationName(String schema, String name) implements Comparable<RelationName> {
  // By hand: a record's own are linked at run time, which a start that looks up one name pays for.
  @Override
  public boolean equals(Object other) {
    return other instanceof RelationName that
        && name.equals(that.name)
        && schema.equals(that.schema);
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + name.hashCode();
  }

  @Override
  public int compareTo(RelationName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  /** As SQL writes it; {@code public} is left out. */
  @Override
  public String toString() {
    String last = Names.quoted(name);
    return schema.equals("public") ? last : Names.quoted(schema) + "." + last;
  }
}
