package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A column as CREATE TABLE or ADD COLUMN writes it.
 *
 * @param name the column's name
 * @param type its type; absent in CREATE TABLE … OF and PARTITION OF
 * @param defaultValue the expression behind DEFAULT
 * @param generated the expression of a generated column
 * @param identity GENERATED … AS IDENTITY
 * @param notNull whether NOT NULL is written (PRIMARY KEY and identity imply it without)
 * @param constraints the constraints beside it, a named NOT NULL too
 * @param span the whole definition
 */
public record ColumnDefinition(
    Identifier name,
    Optional<TypeName> type,
    Optional<SqlExpression> defaultValue,
    Optional<Generated> generated,
    Optional<Identity> identity,
    boolean notNull,
    List<Constraint> constraints,
    Span span) {
  public ColumnDefinition {
    constraints = List.copyOf(constraints);
  }

  /** Whether a constraint of this kind stands beside the column. */
  public <C extends Constraint> Optional<C> constraint(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /**
   * {@code GENERATED ALWAYS AS (expression)}.
   *
   * @param stored whether its values are on disk; virtual ones are PostgreSQL 18 and later
   * @param span from GENERATED to the end of the clause
   */
  public record Generated(SqlExpression expression, boolean stored, Span span) {}

  /**
   * {@code GENERATED … AS IDENTITY}.
   *
   * @param always ALWAYS rather than BY DEFAULT
   * @param span from GENERATED to the end of the clause
   */
  public record Identity(boolean always, Span span) {}
}
