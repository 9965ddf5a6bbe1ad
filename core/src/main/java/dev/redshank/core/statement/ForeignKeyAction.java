package dev.redshank.core.statement;

/** What a foreign key does when the referenced row changes. */
public enum ForeignKeyAction {
  NO_ACTION,
  RESTRICT,
  CASCADE,
  SET_NULL,
  SET_DEFAULT
}
