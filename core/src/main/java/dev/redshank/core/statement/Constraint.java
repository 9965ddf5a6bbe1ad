package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table or domain, written beside a column or on its own. One beside a column names
 * that column in {@link #columns()}.
 */
public sealed interface Constraint {
  /** Its name where one is written. */
  Optional<Identifier> name();

  /** The table's own columns that it is about; none where an expression decides. */
  List<Identifier> columns();

  /** NOT VALID, NOT ENFORCED, NO INHERIT, DEFERRABLE. */
  Traits traits();

  Span span();

  /**
   * What may be said of any constraint.
   *
   * @param notValid {@code NOT VALID}: rows that exist are not checked
   * @param notEnforced {@code NOT ENFORCED}, PostgreSQL 18 and later
   * @param noInherit {@code NO INHERIT}
   * @param deferrable {@code DEFERRABLE}
   */
  record Traits(boolean notValid, boolean notEnforced, boolean noInherit, boolean deferrable) {
    public static final Traits NONE = new Traits(false, false, false, false);
  }

  /** {@code CHECK (condition)}; one beside a column still has no {@link #columns()}. */
  record Check(Optional<Identifier> name, SqlExpression condition, Traits traits, Span span)
      implements Constraint {
    @Override
    public List<Identifier> columns() {
      return List.of();
    }
  }

  /** {@code NOT NULL column}: as a table constraint PostgreSQL 18 and later. */
  record NotNull(Optional<Identifier> name, List<Identifier> columns, Traits traits, Span span)
      implements Constraint {
    public NotNull {
      columns = List.copyOf(columns);
    }
  }

  /** {@code UNIQUE (columns)} or {@code UNIQUE USING INDEX}, which names no columns. */
  record Unique(
      Optional<Identifier> name,
      List<Identifier> columns,
      Optional<Identifier> usingIndex,
      Traits traits,
      Span span)
      implements Constraint {
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /** {@code PRIMARY KEY (columns)} or {@code PRIMARY KEY USING INDEX}, which names no columns. */
  record PrimaryKey(
      Optional<Identifier> name,
      List<Identifier> columns,
      Optional<Identifier> usingIndex,
      Traits traits,
      Span span)
      implements Constraint {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }
  }

  /** {@code EXCLUDE USING …}. */
  record Exclusion(Optional<Identifier> name, List<Identifier> columns, Traits traits, Span span)
      implements Constraint {
    public Exclusion {
      columns = List.copyOf(columns);
    }
  }

  /** {@code FOREIGN KEY (columns) REFERENCES table (referencedColumns)}. */
  record ForeignKey(
      Optional<Identifier> name,
      List<Identifier> columns,
      ObjectName referenced,
      List<Identifier> referencedColumns,
      ForeignKeyAction onDelete,
      ForeignKeyAction onUpdate,
      Traits traits,
      Span span)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
    }
  }
}
