package dev.redshank.sandbox.measure;

import dev.redshank.core.schema.RelationName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All relations of users at one moment, as the session that runs the statement sees them. */
final class Picture {
  /**
   * Takes no lock on the relations themselves: {@code pg_relation_size} would. The counters are those of
   * {@code pg_stat_xact_user_tables}, a view that takes several times as long to plan.
   */
  private static final String RELATIONS = """
      SELECT c.oid, n.nspname, c.relname, c.relkind, coalesce(pg_relation_filenode(c.oid), 0),
             coalesce(i.indrelid, c.oid), c.relpersistence = 'p', c.relkind IN ('r', 'm', 'p'),
             pg_stat_get_xact_tuples_returned(c.oid),
             pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid)
             + pg_stat_get_xact_tuples_deleted(c.oid)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_index i ON i.indexrelid = c.oid
      WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'
      """;

  /** What the open transaction did to a table so far. */
  private record Counters(long read, long written) {}

  private final Map<Long, Relation> relations = new HashMap<>();
  private final Map<Long, Counters> counters = new HashMap<>();

  private Picture() {}

  static Picture take(Subject subject) throws SQLException {
    Picture picture = new Picture();
    try (ResultSet row = subject.query(RELATIONS)) {
      while (row.next()) {
        RelationName name = new RelationName(schema(row.getString(2)), row.getString(3));
        RelationKind kind = RelationKind.of(row.getString(4));
        picture.relations.put(
            row.getLong(1),
            new Relation(
                row.getLong(1), name, kind, row.getLong(5), row.getLong(6), row.getBoolean(7)));
        if (row.getBoolean(8)) {
          picture.counters.put(row.getLong(1), new Counters(row.getLong(9), row.getLong(10)));
        }
      }
    }
    return picture;
  }

  /** Every session's temporary schema is {@code pg_temp} to itself, as SQL writes it. */
  private static String schema(String name) {
    return name.startsWith("pg_temp_") ? "pg_temp" : name;
  }

  Optional<Relation> relation(long oid) {
    return Optional.ofNullable(relations.get(oid));
  }

  Stream<Relation> all() {
    return relations.values().stream();
  }

  /** Whether a relation of this kind and name has another file than {@code before}. */
  SortedSet<RelationName> newFiles(Picture before, boolean indexes) {
    Set<Long> files = before.files();
    Set<RelationName> names = new HashSet<>();
    before.all().forEach(relation -> names.add(relation.name()));
    SortedSet<RelationName> result = new TreeSet<>();
    all()
        .filter(relation -> relation.filenode() != 0 && !files.contains(relation.filenode()))
        .filter(relation -> names.contains(relation.name()))
        .filter(relation -> (relation.kind() == RelationKind.INDEX) == indexes)
        .filter(relation -> relation.kind() != RelationKind.SEQUENCE)
        .forEach(relation -> result.add(relation.name()));
    return result;
  }

  /** Indexes with a new file on tables that were there {@code before}. */
  SortedSet<RelationName> builds(Picture before) {
    Set<Long> files = before.files();
    SortedSet<RelationName> result = new TreeSet<>();
    all()
        .filter(relation -> relation.kind() == RelationKind.INDEX && relation.filenode() != 0)
        .filter(index -> !files.contains(index.filenode()))
        .filter(index -> before.relations.containsKey(index.table()))
        .forEach(index -> result.add(index.name()));
    return result;
  }

  /** Tables that existed {@code before} and of which the file, or an index's file, is new. */
  Set<Long> tablesWithNewFiles(Picture before) {
    Set<Long> files = before.files();
    Set<Long> tables = new HashSet<>();
    all()
        .filter(relation -> relation.filenode() != 0)
        .filter(relation -> relation.kind() != RelationKind.SEQUENCE)
        .filter(relation -> !files.contains(relation.filenode()))
        .filter(relation -> before.relations.containsKey(relation.table()))
        .forEach(relation -> tables.add(relation.table()));
    return tables;
  }

  /** Tables that existed {@code before} of which rows were read in sequence since. */
  SortedSet<RelationName> scans(Picture before) {
    SortedSet<RelationName> result = new TreeSet<>();
    counters.forEach((oid, now) -> {
      if (now.read() > before.of(oid).read()) {
        before.relation(oid).map(Relation::name).ifPresent(result::add);
      }
    });
    return result;
  }

  long rowsWritten(Picture before) {
    long rows = 0;
    for (Map.Entry<Long, Counters> each : counters.entrySet()) {
      rows += each.getValue().written() - before.of(each.getKey()).written();
    }
    return rows;
  }

  private Counters of(long oid) {
    return counters.getOrDefault(oid, new Counters(0, 0));
  }

  private Set<Long> files() {
    Set<Long> files = new HashSet<>();
    all().forEach(relation -> files.add(relation.filenode()));
    return files;
  }
}
