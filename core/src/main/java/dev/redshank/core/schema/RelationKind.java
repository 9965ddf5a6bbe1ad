package dev.redshank.core.schema;

/** What a relation is. */
public enum RelationKind {
  TABLE,
  PARTITIONED_TABLE,
  FOREIGN_TABLE,
  VIEW,
  MATERIALIZED_VIEW,
  INDEX,
  SEQUENCE
}
