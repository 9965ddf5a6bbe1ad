package dev.redshank.core.schema;

import dev.redshank.core.sql.Names;
import dev.redshank.core.statement.ObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * The schemas in which unqualified names are looked up.
 *
 * <p>A migration seldom says what its search path is: a role, a database or Flyway's {@code defaultSchema} sets it outside. So
 * where no statement has set it, a bare name that is not on the path stands for the only relation of that name which the
 * migrations made, in whatever schema: {@code orders} beside {@code ${schema}.orders}. The same holds for a schema that is a
 * placeholder. A schema that is written out always means itself.
 *
 * @param schemas in order, without {@code $user}, {@code pg_catalog} and the temporary schema
 * @param set whether a statement has set it
 */
record SearchPath(List<String> schemas, boolean set) {
  /** The schema that stands for the session's own one. */
  static final String TEMPORARY = "pg_temp";

  /** PostgreSQL's default, {@code "$user", public}. */
  static final SearchPath DEFAULT = new SearchPath(List.of("public"), false);

  SearchPath {
    schemas = List.copyOf(schemas);
  }

  // By hand: a record's own are linked at run time, which every start would pay for.
  @Override
  public boolean equals(Object other) {
    return other instanceof SearchPath that && set == that.set && schemas.equals(that.schemas);
  }

  @Override
  public int hashCode() {
    return schemas.hashCode() + Boolean.hashCode(set);
  }

  /** What {@code SET search_path} makes of it; {@code values} are single names, of set_config one list. */
  static SearchPath of(List<String> values) {
    if (values.isEmpty()) {
      return DEFAULT;
    }
    List<String> schemas = new ArrayList<>();
    for (String value : values) {
      boolean skipped = value.isBlank() || value.equals("$user") || value.equals("pg_catalog");
      if (!skipped && !value.equals(TEMPORARY)) {
        schemas.add(Clipping.clip(value));
      }
    }
    return new SearchPath(schemas, true);
  }

  /** The names of a list such as {@code app, "Other", public}, as set_config takes it. */
  static List<String> listed(List<String> values) {
    List<String> names = new ArrayList<>();
    for (String part : String.join(",", values).split(",")) {
      String name = part.strip();
      boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
      names.add(
          quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : Names.fold(name));
    }
    return names;
  }

  /** In which an unqualified CREATE makes its object. */
  String creation() {
    return schemas.isEmpty() ? "public" : schemas.get(0);
  }

  /** The same path with {@code schema} in front: inside CREATE SCHEMA. */
  SearchPath inside(String schema) {
    List<String> all = new ArrayList<>();
    all.add(schema);
    all.addAll(schemas);
    return new SearchPath(all, true);
  }

  boolean mayGuess(ObjectName name) {
    return name.schema().map(schema -> schema.contains("${")).orElse(!set);
  }

  /** A schema as it is kept: every session's temporary schema is the same here. */
  static String schema(String written) {
    return written.startsWith(TEMPORARY) ? TEMPORARY : Clipping.clip(written);
  }
}
