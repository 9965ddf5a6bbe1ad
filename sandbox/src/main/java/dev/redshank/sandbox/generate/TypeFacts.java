package dev.redshank.sandbox.generate;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** How PostgreSQL calls each of its types, whatever name was written. */
final class TypeFacts implements FactSource {
  /** Names that only the grammar knows. */
  private static final List<String> GRAMMAR = List.of(
      "bigint",
      "bigserial",
      "bit",
      "bit varying",
      "boolean",
      "char",
      "char varying",
      "character",
      "character varying",
      "dec",
      "decimal",
      "double precision",
      "float",
      "float(24)",
      "float(25)",
      "int",
      "integer",
      "interval",
      "national char",
      "national char varying",
      "national character",
      "national character varying",
      "nchar",
      "nchar varying",
      "numeric",
      "real",
      "serial",
      "serial2",
      "serial4",
      "serial8",
      "smallint",
      "smallserial",
      "time",
      "time with time zone",
      "time without time zone",
      "timestamp",
      "timestamp with time zone",
      "timestamp without time zone",
      "varchar");

  static final String BUILT_IN = """
      SELECT quote_ident(typname) FROM pg_type
      WHERE typnamespace = 'pg_catalog'::regnamespace AND typrelid = 0 AND typtype <> 'p'
        AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = pg_type.oid AND e.typrelid <> 0)
        AND typname <> ALL (%s)
      ORDER BY 1
      """;

  @Override
  public String file() {
    return "types.txt";
  }

  @Override
  public List<String> legend() {
    return List.of(
        "written|versions|name",
        "written: in lower case, quoted where an unquoted name means something else",
        "name: as format_type() prints a column declared so; (1) is a length that is implied");
  }

  @Override
  public void collect(Session session, FactTable table) throws SQLException {
    SortedSet<String> written = new TreeSet<>(GRAMMAR);
    written.addAll(session.column(BUILT_IN.formatted("'{}'")));
    for (String name : written) {
      nameOf(session, name).ifPresent(found -> table.add(session.version(), name, found));
    }
  }

  /** As {@code format_type} prints a column of that type; empty where no column can have it. */
  static Optional<String> nameOf(Session session, String written) throws SQLException {
    if (session.attempt("CREATE TEMP TABLE named (c " + written + ")").isPresent()) {
      return Optional.empty();
    }
    String name = session.value("SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
        + " WHERE attrelid = 'named'::regclass AND attname = 'c'");
    session.run("DROP TABLE named");
    return Optional.of(name);
  }
}
