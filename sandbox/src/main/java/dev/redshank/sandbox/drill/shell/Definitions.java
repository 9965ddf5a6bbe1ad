package dev.redshank.sandbox.drill.shell;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL can write down of a relation only while it may open it: defaults, indexes, constraints. */
final class Definitions {
  private final Map<String, String> texts = new HashMap<>();
  private final boolean locked;

  private Definitions(Optional<List<CatalogRow>> rows) {
    this.locked = rows.isEmpty();
    for (CatalogRow row : rows.orElse(List.of())) {
      texts.put(row.text(0) + " " + row.text(1), row.text(2));
    }
  }

  /** Asks for all at once, so that a lock is waited for once. */
  static Definitions of(CatalogReading catalog, String oid) throws SQLException {
    String sql = """
        SELECT 'default', d.adnum::text, pg_catalog.pg_get_expr(d.adbin, d.adrelid)
        FROM pg_catalog.pg_attrdef d WHERE d.adrelid = %1$s
        UNION ALL SELECT 'index', i.indexrelid::text, pg_catalog.pg_get_indexdef(i.indexrelid)
        FROM pg_catalog.pg_index i WHERE %1$s IN (i.indrelid, i.indexrelid)
        UNION ALL SELECT 'constraint', c.oid::text, pg_catalog.pg_get_constraintdef(c.oid, true)
        FROM pg_catalog.pg_constraint c WHERE %1$s IN (c.conrelid, c.confrelid)
        UNION ALL SELECT 'trigger', t.oid::text, pg_catalog.pg_get_triggerdef(t.oid, true)
        FROM pg_catalog.pg_trigger t WHERE t.tgrelid = %1$s AND NOT t.tgisinternal
        UNION ALL SELECT 'view', '', pg_catalog.pg_get_viewdef(c.oid, true)
        FROM pg_catalog.pg_class c WHERE c.oid = %1$s AND c.relkind IN ('v', 'm')
        UNION ALL SELECT 'key', '', pg_catalog.pg_get_partkeydef(c.oid)
        FROM pg_catalog.pg_class c WHERE c.oid = %1$s AND c.relkind = 'p'
        UNION ALL SELECT 'bound', '', pg_catalog.pg_get_expr(c.relpartbound, c.oid)
        FROM pg_catalog.pg_class c WHERE c.oid = %1$s AND c.relispartition
        """.formatted(oid);
    return new Definitions(catalog.rowsUnlessLocked(sql));
  }

  /** Whether another session's lock hid them. */
  boolean locked() {
    return locked;
  }

  Optional<String> of(String kind, String id) {
    return Optional.ofNullable(texts.get(kind + " " + id));
  }
}
