package dev.redshank.sandbox.drill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a database, or the whole cluster, consists of: for each kind of thing, its key and its words.
 * Nothing in it is asked in a way that waits behind locks on tables: no {@code pg_get_expr} and its kin.
 */
record Picture(Map<Thing, SortedMap<String, String>> things) {
  /** What pictures tell apart. */
  enum Thing {
    TABLE,
    COLUMN,
    INDEX,
    GRANT,
    GUARD,
    DATABASE,
    ROLE,
    MEMBER,
    SETTING
  }

  private static final String RELATIONS = """
      WITH relations AS (
        SELECT c.*, n.nspname || '.' || c.relname AS name
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'redshank_audit')
          AND n.nspname NOT LIKE 'pg\\_temp%' AND n.nspname NOT LIKE 'pg\\_toast\\_temp%'),
      privileges AS (
        SELECT oid::text AS key, name, relowner AS owner, acl.*
        FROM relations, aclexplode(relacl) AS acl
        UNION ALL
        SELECT oid || '.' || attnum, name || '.' || attname, relowner, acl.*
        FROM relations JOIN pg_attribute ON attrelid = oid, aclexplode(attacl) AS acl
        WHERE NOT attisdropped
        UNION ALL
        SELECT oid::text, 'schema ' || nspname, nspowner, acl.*
        FROM pg_namespace, aclexplode(nspacl) AS acl
        WHERE privilege_type = 'CREATE' AND nspname <> 'redshank_audit'
        UNION ALL
        SELECT oid::text, 'what is made later', defaclrole, acl.*
        FROM pg_default_acl, aclexplode(defaclacl) AS acl
        UNION ALL
        SELECT oid::text, name, 0::oid, 0::oid, relowner, 'OWNERSHIP', false FROM relations
        WHERE relowner IN (SELECT oid FROM pg_roles WHERE rolname IN
          ('app_user', 'app_writer', 'old_app', 'new_app')))
      """;

  private static final String GRANTS_OF = """
      SELECT concat_ws(' ', key, grantee, privilege_type, is_grantable) AS key,
        privilege_type || ' on ' || name || ' to ' || CASE grantee WHEN 0 THEN 'PUBLIC'
          ELSE grantee::regrole::text END || CASE WHEN is_grantable THEN ' with grant option'
          ELSE '' END AS words
      FROM privileges WHERE grantee <> owner
      """;

  /** Who may do what in a database, beside the owners, and what applications own: key and words. */
  static final String GRANTS = RELATIONS + GRANTS_OF;

  /** Keys are object ids and column numbers: what is dropped and made again has another one. */
  private static final String IN_DATABASE = RELATIONS + """
      SELECT 'table', oid::text, name FROM relations WHERE relkind IN ('r', 'p', 'm')
      UNION ALL
      SELECT 'column', attrelid || '.' || attnum, name || '.' || attname
      FROM pg_attribute JOIN relations ON attrelid = oid
      WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'm')
      UNION ALL
      SELECT 'index', indrelid || '.' || oid, name
      FROM relations JOIN pg_index ON indexrelid = oid
      UNION ALL
      SELECT 'grant', key, words FROM (
      """ + GRANTS_OF + """
      ) AS granted (key, words)
      UNION ALL
      SELECT 'guard', evtname::text, concat_ws(' ', evtenabled, evtfoid, xmin)
      FROM pg_event_trigger
      UNION ALL
      SELECT 'guard', p.oid::text, p.xmin::text
      FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname = 'redshank_audit'
      """;

  /** A role's row has a new {@code xmin} whenever an attribute was changed, also when it was undone. */
  private static final String IN_CLUSTER = """
      SELECT 'database', oid::text, datname::text FROM pg_database WHERE NOT datistemplate
      UNION ALL
      SELECT 'grant', datname || ' ' || grantee || ' ' || privilege_type || is_grantable,
        privilege_type || ' on ' || datname || ' to ' || CASE grantee WHEN 0 THEN 'PUBLIC'
          ELSE grantee::regrole::text END || CASE WHEN is_grantable THEN ' with grant option'
          ELSE '' END
      FROM pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
      WHERE grantee <> datdba
      UNION ALL
      SELECT 'grant', datname || ' ' || datdba, 'OWNERSHIP on ' || datname || ' to '
        || datdba::regrole
      FROM pg_database WHERE NOT (SELECT rolsuper FROM pg_authid WHERE oid = datdba)
      UNION ALL
      SELECT 'role', rolname::text, concat_ws(' ', rolsuper, rolinherit, rolcreaterole, rolcreatedb,
        rolcanlogin, rolreplication, rolbypassrls, xmin) FROM pg_authid WHERE rolname !~ '^pg_'
      UNION ALL
      SELECT 'member', roleid || ' ' || member, roleid::regrole || ' to ' || member::regrole
      FROM pg_auth_members WHERE roleid::regrole::text !~ '^pg_' OR member::regrole::text !~ '^pg_'
      UNION ALL
      SELECT 'setting', setdatabase || ' ' || setrole, setconfig::text FROM pg_db_role_setting
      UNION ALL
      SELECT 'setting', name, setting FROM pg_file_settings WHERE sourcefile LIKE '%postgresql.auto.conf'
      """;

  Picture {
    Map<Thing, SortedMap<String, String>> copy = new EnumMap<>(Thing.class);
    things.forEach((thing, all) -> copy.put(thing, Collections.unmodifiableSortedMap(all)));
    things = Collections.unmodifiableMap(copy);
  }

  static Picture ofDatabase(Connection connection) throws SQLException {
    return read(connection, IN_DATABASE);
  }

  static Picture ofCluster(Connection connection) throws SQLException {
    return read(connection, IN_CLUSTER);
  }

  private static Picture read(Connection connection, String sql) throws SQLException {
    Map<Thing, SortedMap<String, String>> things = new EnumMap<>(Thing.class);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        things
            .computeIfAbsent(
                Thing.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), absent -> new TreeMap<>())
            .put(row.getString(2), row.getString(3));
      }
    }
    return new Picture(things);
  }

  SortedMap<String, String> of(Thing thing) {
    return things.getOrDefault(thing, Collections.emptySortedMap());
  }

  /** The words of what is here and not in another picture, in the order of their keys. */
  List<String> without(Picture other, Thing thing) {
    return of(thing).entrySet().stream()
        .filter(entry -> !other.of(thing).containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
