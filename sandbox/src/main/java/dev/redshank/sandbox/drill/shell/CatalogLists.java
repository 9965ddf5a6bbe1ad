package dev.redshank.sandbox.drill.shell;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The lists of relations, databases and roles. */
final class CatalogLists {
  static final String KIND =
      "CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table'"
          + " WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence'"
          + " WHEN 'f' THEN 'foreign table' WHEN 'i' THEN 'index' WHEN 'I' THEN 'partitioned index'"
          + " WHEN 'c' THEN 'composite type' WHEN 't' THEN 'TOAST table' END";

  private static final String OWN =
      "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_toast'"
          + " AND pg_catalog.pg_table_is_visible(c.oid)";

  private static final String DATABASES = "SELECT d.datname, pg_catalog.pg_get_userbyid(d.datdba),"
      + " pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate"
      + " FROM pg_catalog.pg_database d ORDER BY 1";

  private static final String ROLES = "SELECT r.rolname, pg_catalog.concat_ws(', ',"
      + " CASE WHEN r.rolsuper THEN 'Superuser' END,"
      + " CASE WHEN NOT r.rolinherit THEN 'No inheritance' END,"
      + " CASE WHEN r.rolcreaterole THEN 'Create role' END,"
      + " CASE WHEN r.rolcreatedb THEN 'Create DB' END,"
      + " CASE WHEN NOT r.rolcanlogin THEN 'Cannot login' END,"
      + " CASE WHEN r.rolreplication THEN 'Replication' END,"
      + " CASE WHEN r.rolbypassrls THEN 'Bypass RLS' END)"
      + " FROM pg_catalog.pg_roles r WHERE r.rolname !~ '^pg_' ORDER BY 1";

  private final CatalogReading catalog;

  CatalogLists(CatalogReading catalog) {
    this.catalog = catalog;
  }

  /** Tables, views and sequences. */
  Rows relations(Optional<NamePattern> pattern) throws SQLException {
    return listed("'r', 'p', 'v', 'm', 'S', 'f'", pattern);
  }

  Rows tables(Optional<NamePattern> pattern) throws SQLException {
    return listed("'r', 'p'", pattern);
  }

  private Rows listed(String kinds, Optional<NamePattern> pattern) throws SQLException {
    String sql = "SELECT n.nspname, c.relname, " + KIND
        + ", pg_catalog.pg_get_userbyid(c.relowner) FROM pg_catalog.pg_class c"
        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN (" + kinds
        + ") AND " + condition(pattern) + " ORDER BY 1, 2";
    return rows(sql, "Schema", "Name", "Type", "Owner");
  }

  Rows indexes(Optional<NamePattern> pattern) throws SQLException {
    String sql = "SELECT n.nspname, c.relname, " + KIND
        + " || CASE WHEN i.indisvalid THEN '' ELSE ', INVALID' END,"
        + " pg_catalog.pg_get_userbyid(c.relowner), t.relname FROM pg_catalog.pg_class c"
        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        + " JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid"
        + " JOIN pg_catalog.pg_class t ON t.oid = i.indrelid WHERE " + condition(pattern)
        + " ORDER BY 1, 2";
    return rows(sql, "Schema", "Name", "Type", "Owner", "Table");
  }

  Rows databases() throws SQLException {
    return rows(DATABASES, "Name", "Owner", "Encoding", "Collate");
  }

  Rows roles() throws SQLException {
    return rows(ROLES, "Role name", "Attributes");
  }

  /** The names of relations, as they are written in SQL. */
  List<String> names() throws SQLException {
    String sql = "SELECT pg_catalog.quote_ident(c.relname) FROM pg_catalog.pg_class c"
        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND " + OWN + " ORDER BY 1";
    return catalog.rows(sql).stream().map(row -> row.text(0)).toList();
  }

  private static String condition(Optional<NamePattern> pattern) {
    return pattern.map(NamePattern::condition).orElse(OWN);
  }

  private Rows rows(String sql, String... columns) throws SQLException {
    List<Rows.Column> described =
        List.of(columns).stream().map(name -> new Rows.Column(name, false)).toList();
    return new Rows(
        described, catalog.rows(sql).stream().map(CatalogRow::values).toList());
  }
}
