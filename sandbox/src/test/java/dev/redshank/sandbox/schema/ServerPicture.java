package dev.redshank.sandbox.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/** A database as its catalogs describe it, one line an object. */
final class ServerPicture {
  private static final String OWN =
      "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg_toast_temp%'";

  /** Relations, with what they are and how long they live; sequences of unlogged tables are unlogged from 15 on. */
  private static final String RELATIONS = """
      SELECT 'relation ' || n.nspname || '.' || c.relname || ' ' ||
        CASE c.relkind WHEN 'r' THEN 'TABLE' WHEN 'p' THEN 'PARTITIONED_TABLE' WHEN 'v' THEN 'VIEW'
          WHEN 'm' THEN 'MATERIALIZED_VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE c.relkind::text END || ' ' ||
        CASE WHEN c.relkind = 'S' THEN '' WHEN c.relpersistence = 'p' THEN 'PERMANENT' WHEN c.relpersistence = 'u' THEN 'UNLOGGED' ELSE 'TEMPORARY' END ||
        coalesce(' part of ' || (SELECT pn.nspname || '.' || p.relname FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent
          JOIN pg_namespace pn ON pn.oid = p.relnamespace WHERE i.inhrelid = c.oid AND c.relispartition), '') ||
        CASE WHEN c.relrowsecurity THEN ' row security' ELSE '' END ||
        CASE WHEN c.relkind IN ('r', 'p') THEN CASE c.relreplident WHEN 'f' THEN ' FULL' WHEN 'n' THEN ' NOTHING' WHEN 'i' THEN ' INDEX' ELSE '' END ELSE '' END
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND %s
      """;

  private static final String COLUMNS = """
      SELECT 'column ' || n.nspname || '.' || c.relname || '.' || a.attname || ' ' ||
        CASE WHEN a.attndims > 0 OR t.typcategory = 'A' THEN e.typname ELSE t.typname END ||
        coalesce(substring(format_type(a.atttypid, a.atttypmod) FROM '\\(.*?\\)'), '') ||
        CASE WHEN t.typcategory = 'A' THEN '[]' ELSE '' END ||
        CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END ||
        CASE WHEN a.attgenerated = 's' THEN ' stored' ELSE '' END ||
        CASE WHEN a.attidentity <> '' THEN ' identity' ELSE '' END ||
        CASE WHEN a.atthasdef OR a.attidentity <> '' THEN ' default' ELSE '' END
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem
      WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND %s
      """;

  private static final String CONSTRAINTS = """
      SELECT 'constraint ' || n.nspname || '.' || c.relname || ' ' || o.conname || ' ' ||
        CASE o.contype WHEN 'p' THEN 'PrimaryKey' WHEN 'u' THEN 'Unique' WHEN 'c' THEN 'Check' WHEN 'f' THEN 'ForeignKey'
          WHEN 'x' THEN 'Exclusion' WHEN 'n' THEN 'NotNull' END ||
        CASE WHEN o.convalidated THEN '' ELSE ' not valid' END ||
        coalesce(' -> ' || (SELECT rn.nspname || '.' || r.relname FROM pg_class r JOIN pg_namespace rn ON rn.oid = r.relnamespace WHERE r.oid = o.confrelid), '') ||
        CASE WHEN o.contype <> 'x' THEN ' (' || coalesce((SELECT string_agg(a.attname, ',' ORDER BY CASE WHEN o.contype = 'c' THEN 1 ELSE k.place END, a.attname)
          FROM unnest(o.conkey) WITH ORDINALITY k(num, place) JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.num), '') || ')' ELSE '' END ||
        CASE WHEN o.contype = 'f' THEN ' (' || (SELECT string_agg(a.attname, ',' ORDER BY k.place)
          FROM unnest(o.confkey) WITH ORDINALITY k(num, place) JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.num) || ')' ELSE '' END
      FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE o.contype IN ('p', 'u', 'c', 'f', 'x', 'n') AND (o.contype <> 'f' OR o.conparentid = 0 OR (SELECT p.conrelid FROM pg_constraint p WHERE p.oid = o.conparentid) <> o.conrelid)
        AND %s
      """;

  /** What an exclusion constraint compares, and for which rows, is not told by the statements. */
  private static final String INDEXES = """
      SELECT 'index ' || n.nspname || '.' || c.relname || ' on ' || tn.nspname || '.' || t.relname ||
        CASE WHEN i.indisunique THEN ' unique' ELSE '' END || CASE WHEN i.indpred IS NOT NULL AND NOT i.indisexclusion THEN ' partial' ELSE '' END ||
        CASE WHEN i.indisvalid THEN '' ELSE ' invalid' END ||
        coalesce(' part of ' || (SELECT p.relname FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent WHERE h.inhrelid = c.oid), '') ||
        CASE WHEN i.indisexclusion THEN '' ELSE ' (' || coalesce((SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(num, place)
          JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.num WHERE k.place <= i.indnkeyatts), '') || ')' END
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_namespace tn ON tn.oid = t.relnamespace
      WHERE %s
      """;

  private static final String TYPES = """
      SELECT 'type ' || n.nspname || '.' || t.typname || CASE t.typtype WHEN 'e' THEN ' ENUM ' ||
          (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumlabel) FROM pg_enum e WHERE e.enumtypid = t.oid)
        WHEN 'd' THEN ' DOMAIN' || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END ||
          coalesce((SELECT string_agg(' ' || o.conname || CASE WHEN o.convalidated THEN '' ELSE ' not valid' END, '' ORDER BY o.conname)
            FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c'), '')
        WHEN 'c' THEN ' COMPOSITE' ELSE ' OTHER' END
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE (t.typtype IN ('e', 'd', 'r') OR EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')) AND %s
      """;

  private ServerPicture() {}

  static Set<String> of(Connection connection) throws SQLException {
    Set<String> lines = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      for (String query : new String[] {RELATIONS, COLUMNS, CONSTRAINTS, INDEXES, TYPES}) {
        try (ResultSet rows = statement.executeQuery(query.formatted(OWN))) {
          while (rows.next()) {
            lines.add(rows.getString(1).replaceAll("pg_temp_\\d+", "pg_temp"));
          }
        }
      }
    }
    return lines;
  }
}
