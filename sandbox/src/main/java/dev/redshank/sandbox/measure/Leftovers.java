package dev.redshank.sandbox.measure;

import dev.redshank.core.schema.RelationName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a database holds that is not finished.
 *
 * @param invalidIndexes indexes that queries do not use ({@code indisvalid = false})
 * @param notValidated constraints that old rows were not held against ({@code convalidated =
 *     false}), as {@code table: constraint}
 */
public record Leftovers(SortedSet<RelationName> invalidIndexes, SortedSet<String> notValidated) {
  public static final Leftovers NONE = new Leftovers(new TreeSet<>(), new TreeSet<>());

  private static final String INDEXES = """
      SELECT n.nspname, c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT i.indisvalid
      """;
  private static final String CONSTRAINTS = """
      SELECT n.nspname, c.relname, k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT k.convalidated
      """;

  public Leftovers {
    invalidIndexes = Collections.unmodifiableSortedSet(new TreeSet<>(invalidIndexes));
    notValidated = Collections.unmodifiableSortedSet(new TreeSet<>(notValidated));
  }

  static Leftovers of(Subject subject) throws SQLException {
    SortedSet<RelationName> indexes = new TreeSet<>();
    try (ResultSet row = subject.query(INDEXES)) {
      while (row.next()) {
        indexes.add(new RelationName(row.getString(1), row.getString(2)));
      }
    }
    SortedSet<String> constraints = new TreeSet<>();
    try (ResultSet row = subject.query(CONSTRAINTS)) {
      while (row.next()) {
        RelationName table = new RelationName(row.getString(1), row.getString(2));
        constraints.add(table + ": " + row.getString(3));
      }
    }
    return new Leftovers(indexes, constraints);
  }

  /** What is here and was not there before. */
  public Leftovers since(Leftovers before) {
    return new Leftovers(
        without(invalidIndexes, before.invalidIndexes), without(notValidated, before.notValidated));
  }

  private static <T extends Comparable<T>> SortedSet<T> without(
      SortedSet<T> all, Collection<T> others) {
    SortedSet<T> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }
}
