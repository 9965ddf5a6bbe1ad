package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.text.Span;
import java.util.Optional;

/**
 * The name of a table, index, type or the like, with its schema where one is written. Two are equal
 * when their parts are; the place is not part of the name.
 *
 * @param schema the schema as written, folded; a database name before it is dropped
 * @param name the last part, folded
 * @param span where the whole name is written
 */
public record ObjectName(Optional<String> schema, String name, Span span) {
  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectName object
        && object.name.equals(name)
        && object.schema.equals(schema);
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + name.hashCode();
  }

  /** As SQL writes it, in quotes only where it needs them. */
  @Override
  public String toString() {
    String last = Names.quoted(name);
    return schema.map(first -> Names.quoted(first) + "." + last).orElse(last);
  }
}
