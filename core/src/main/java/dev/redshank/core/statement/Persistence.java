package dev.redshank.core.statement;

/** How long a relation lives and whether its content is logged. */
public enum Persistence {
  PERMANENT,
  TEMPORARY,
  UNLOGGED
}
