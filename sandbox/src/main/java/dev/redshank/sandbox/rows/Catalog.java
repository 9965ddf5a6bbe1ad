package dev.redshank.sandbox.rows;

import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.rows.TableInfo.Check;
import dev.redshank.sandbox.rows.TableInfo.Column;
import dev.redshank.sandbox.rows.TableInfo.ForeignKey;
import dev.redshank.sandbox.rows.TableInfo.Key;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads tables from the catalogs. */
final class Catalog {
  /** What extensions brought along is theirs to fill. */
  private static final String TABLES = """
      WITH RECURSIVE up(oid, root) AS (
        SELECT c.oid, c.oid FROM pg_class c WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        UNION ALL
        SELECT i.inhrelid, up.root FROM pg_inherits i JOIN up ON up.oid = i.inhparent
        JOIN pg_class c ON c.oid = i.inhrelid AND c.relispartition)
      SELECT c.oid::bigint, n.nspname, c.relname, c.relkind::text, up.root::bigint
      FROM up JOIN pg_class c ON c.oid = up.oid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
        AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                        AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY n.nspname, c.relname
      """;

  private static final String COLUMNS = """
      SELECT a.attnum, a.attname, a.atttypid::bigint, a.atttypmod,
        format_type(a.atttypid, a.atttypmod), a.attnotnull,
        CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) ELSE '' END,
        coalesce(pg_get_serial_sequence(quote_ident(?) || '.' || quote_ident(?), a.attname),
          substring(pg_get_expr(d.adbin, d.adrelid) FROM $$^nextval\\('(.*)'::regclass\\)$$), '')
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
      """;

  private static final String CHECKS = """
      SELECT conname, pg_get_expr(conbin, conrelid) FROM pg_constraint
      WHERE conrelid = ? AND contype = 'c' ORDER BY conname
      """;

  private static final String BOUND = "SELECT coalesce(pg_get_partition_constraintdef(?), '')";

  /** Columns inside an index's expressions and predicate are found by what the index depends on. */
  private static final String KEYS = """
      SELECT c.relname,
        ARRAY(SELECT DISTINCT k FROM (
          SELECT unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) AS k
          UNION SELECT d.refobjsubid FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
            AND d.objid = i.indexrelid AND d.refclassid = 'pg_class'::regclass
            AND d.refobjid = i.indrelid AND 0 = ANY (i.indkey::int2[])) s
          WHERE k > 0 ORDER BY k)::int[],
        i.indisprimary, NOT i.indimmediate
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = ? AND (i.indisunique OR i.indisexclusion) ORDER BY c.relname
      """;

  private static final String FOREIGN_KEYS = """
      SELECT conname, conkey, confrelid::bigint, confkey FROM pg_constraint
      WHERE conrelid = ? AND contype = 'f' ORDER BY cardinality(conkey) DESC, conname
      """;

  private final Connection connection;

  Catalog(Connection connection) {
    this.connection = connection;
  }

  /**
   * A table by its name and number only.
   *
   * @param partitioned whether its rows lie in its partitions
   * @param root the topmost partitioned table above it, or itself
   */
  record Named(long oid, RelationName name, boolean partitioned, long root) {}

  /** All tables of users, by number, in order of their names. */
  Map<Long, Named> tables() throws SQLException {
    Map<Long, Named> tables = new LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(TABLES);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        RelationName name = new RelationName(row.getString(2), row.getString(3));
        tables.put(
            row.getLong(1),
            new Named(row.getLong(1), name, row.getString(4).equals("p"), row.getLong(5)));
      }
    }
    return tables;
  }

  TableInfo table(Named named) throws SQLException {
    List<Column> columns = columns(named);
    List<Check> checks = checks(named.oid(), columns);
    if (named.root() != named.oid()) {
      checks.addAll(bound(named, columns));
    }
    return new TableInfo(
        named.oid(),
        named.name(),
        named.root(),
        columns,
        checks,
        keys(named.oid()),
        foreignKeys(named.oid()));
  }

  private List<Column> columns(Named named) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
      query.setString(1, named.name().schema());
      query.setString(2, named.name().name());
      query.setLong(3, named.oid());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          columns.add(new Column(
              row.getInt(1),
              row.getString(2),
              row.getLong(3),
              row.getInt(4),
              row.getString(5),
              row.getBoolean(6),
              row.getString(7),
              row.getString(8)));
        }
      }
    }
    return columns;
  }

  private List<Check> checks(long oid, List<Column> columns) throws SQLException {
    List<Check> checks = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(CHECKS)) {
      query.setLong(1, oid);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          checks.addAll(parts("check " + row.getString(1), row.getString(2), columns));
        }
      }
    }
    return checks;
  }

  private List<Check> bound(Named named, List<Column> columns) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BOUND)) {
      query.setLong(1, named.oid());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return parts("the bound of partition " + named.name(), row.getString(1), columns);
      }
    }
  }

  /** A condition cut at its ANDs, so that most parts speak of a single column. */
  private static List<Check> parts(String name, String expression, List<Column> columns) {
    return Conditions.conjuncts(expression).stream()
        .map(part -> new Check(name, part, Conditions.columnsIn(part, columns)))
        .toList();
  }

  private List<Key> keys(long oid) throws SQLException {
    List<Key> keys = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(KEYS)) {
      query.setLong(1, oid);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          keys.add(new Key(
              row.getString(1),
              numbers(row.getArray(2)),
              row.getBoolean(3) ? Key.Kind.PRIMARY : Key.Kind.UNIQUE,
              row.getBoolean(4)));
        }
      }
    }
    return keys;
  }

  private List<ForeignKey> foreignKeys(long oid) throws SQLException {
    List<ForeignKey> keys = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(FOREIGN_KEYS)) {
      query.setLong(1, oid);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          keys.add(new ForeignKey(
              row.getString(1),
              numbers(row.getArray(2)),
              row.getLong(3),
              numbers(row.getArray(4))));
        }
      }
    }
    return keys;
  }

  private static List<Integer> numbers(Array array) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray())
            .map(each -> ((Number) each).intValue())
            .toList();
  }
}
