package dev.redshank.sandbox.measure;

/** What a relation is, as {@code pg_class.relkind} tells. */
public enum RelationKind {
  TABLE,
  INDEX,
  SEQUENCE,
  VIEW,
  MATERIALIZED_VIEW,
  COMPOSITE_TYPE,
  FOREIGN_TABLE;

  /** Partitioned tables and indexes count as what they stand for. */
  static RelationKind of(String relkind) {
    return switch (relkind) {
      case "r", "p" -> TABLE;
      case "i", "I" -> INDEX;
      case "S" -> SEQUENCE;
      case "v" -> VIEW;
      case "m" -> MATERIALIZED_VIEW;
      case "c" -> COMPOSITE_TYPE;
      case "f" -> FOREIGN_TABLE;
      default -> throw new IllegalArgumentException("Unknown relkind " + relkind);
    };
  }
}
