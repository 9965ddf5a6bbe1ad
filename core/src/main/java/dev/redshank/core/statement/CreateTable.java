package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code CREATE TABLE} or {@code CREATE FOREIGN TABLE} with columns.
 *
 * @param constraints the table constraints; those beside a column are in {@link #columns()}
 * @param partitioned whether it has PARTITION BY
 * @param partitionKey the plain columns of the partition key
 */
public record CreateTable(
    ObjectName name,
    boolean ifNotExists,
    Persistence persistence,
    boolean foreign,
    List<ColumnDefinition> columns,
    List<Constraint> constraints,
    List<Like> likes,
    List<ObjectName> inherits,
    Optional<ObjectName> ofType,
    Optional<PartitionOf> partitionOf,
    boolean partitioned,
    List<Identifier> partitionKey,
    Span span)
    implements Statement {
  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    likes = List.copyOf(likes);
    inherits = List.copyOf(inherits);
    partitionKey = List.copyOf(partitionKey);
  }

  @Override
  public String kind() {
    return foreign ? "CREATE FOREIGN TABLE" : "CREATE TABLE";
  }

  /** Every constraint, beside columns and on its own, in written order of columns first. */
  public List<Constraint> allConstraints() {
    return java.util.stream.Stream.concat(
            columns.stream().flatMap(column -> column.constraints().stream()), constraints.stream())
        .toList();
  }

  /** {@code LIKE table INCLUDING …}; the options that are included, upper case, {@code ALL} too. */
  public record Like(ObjectName table, Set<String> including, Span span) {
    public Like {
      including = Set.copyOf(including);
    }
  }

  /** {@code PARTITION OF parent}. */
  public record PartitionOf(ObjectName parent, PartitionBound bound) {}
}
