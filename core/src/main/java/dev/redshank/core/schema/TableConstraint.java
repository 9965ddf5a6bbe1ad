package dev.redshank.core.schema;

import dev.redshank.core.statement.Constraint;
import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table or domain. NOT NULL without a name of its own is only told by {@link Column#notNull}.
 *
 * @param name as written, or as PostgreSQL would choose it
 * @param definition as it was written; its columns may have other names since
 * @param validated whether the rows that exist are known to satisfy it
 * @param since when it was added
 * @param validatedSince when it became valid; {@code since} where it is not
 * @param references the table that a foreign key refers to
 * @param madeAt where it was added
 * @param columns the table's columns that it is about by their present names, those in a CHECK too
 * @param referencedColumns the columns that a foreign key refers to; none where that is not known
 * @param refusesNull the columns that cannot be NULL in a row that satisfies it
 */
public record TableConstraint(
    String name,
    Constraint definition,
    boolean validated,
    Era since,
    Era validatedSince,
    Optional<RelationName> references,
    Place madeAt,
    List<String> columns,
    List<String> referencedColumns,
    List<String> refusesNull) {
  public TableConstraint {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    refusesNull = List.copyOf(refusesNull);
  }

  /** Whether an index stands behind it. */
  public boolean hasIndex() {
    return definition instanceof Constraint.PrimaryKey
        || definition instanceof Constraint.Unique
        || definition instanceof Constraint.Exclusion;
  }

  public boolean isPrimaryKey() {
    return definition instanceof Constraint.PrimaryKey;
  }

  /** Whether both are foreign keys that demand the same of columns of the same names; validity and name do not count. */
  boolean isEqualForeignKey(TableConstraint other) {
    return definition instanceof Constraint.ForeignKey mine
        && other.definition instanceof Constraint.ForeignKey theirs
        && columns.equals(other.columns)
        && references.equals(other.references)
        && referencedColumns.equals(other.referencedColumns)
        && mine.onDelete() == theirs.onDelete()
        && mine.onUpdate() == theirs.onUpdate()
        && mine.traits().deferrable() == theirs.traits().deferrable()
        && mine.traits().notEnforced() == theirs.traits().notEnforced();
  }

  TableConstraint named(String other) {
    return new TableConstraint(
        other,
        definition,
        validated,
        since,
        validatedSince,
        references,
        madeAt,
        columns,
        referencedColumns,
        refusesNull);
  }

  TableConstraint validated(Era era) {
    return validated
        ? this
        : new TableConstraint(
            name,
            definition,
            true,
            since,
            era,
            references,
            madeAt,
            columns,
            referencedColumns,
            refusesNull);
  }

  TableConstraint unenforced() {
    return new TableConstraint(
        name,
        definition,
        false,
        since,
        since,
        references,
        madeAt,
        columns,
        referencedColumns,
        refusesNull);
  }

  TableConstraint referring(RelationName other) {
    return new TableConstraint(
        name,
        definition,
        validated,
        since,
        validatedSince,
        Optional.of(other),
        madeAt,
        columns,
        referencedColumns,
        refusesNull);
  }

  TableConstraint columnRenamed(String from, String to) {
    return new TableConstraint(
        name,
        definition,
        validated,
        since,
        validatedSince,
        references,
        madeAt,
        Index.renamed(columns, from, to),
        referencedColumns,
        Index.renamed(refusesNull, from, to));
  }

  TableConstraint referencedColumnRenamed(String from, String to) {
    return new TableConstraint(
        name,
        definition,
        validated,
        since,
        validatedSince,
        references,
        madeAt,
        columns,
        Index.renamed(referencedColumns, from, to),
        refusesNull);
  }

  /** The same constraint as another table gets it at another time. */
  TableConstraint copied(Era era, Place place, boolean valid) {
    return new TableConstraint(
        name,
        definition,
        valid,
        era,
        era,
        references,
        place,
        columns,
        referencedColumns,
        refusesNull);
  }
}
