package dev.redshank.core.schema;

import dev.redshank.core.sql.Names;

/**
 * A relation's name after PostgreSQL has looked it up.
 *
 * @param schema {@code public} where nothing else is known
 * @param name without quotes
 */
public record RelationName(String schema, String name) implements Comparable<RelationName> {
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
