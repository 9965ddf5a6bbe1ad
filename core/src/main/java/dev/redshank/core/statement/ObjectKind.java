package dev.redshank.core.statement;

/** What kind of object a name stands for. */
public enum ObjectKind {
  TABLE("TABLE"),
  FOREIGN_TABLE("FOREIGN TABLE"),
  INDEX("INDEX"),
  VIEW("VIEW"),
  MATERIALIZED_VIEW("MATERIALIZED VIEW"),
  SEQUENCE("SEQUENCE"),
  COLUMN("COLUMN"),
  CONSTRAINT("CONSTRAINT"),
  TYPE("TYPE"),
  ATTRIBUTE("ATTRIBUTE"),
  DOMAIN("DOMAIN"),
  SCHEMA("SCHEMA"),
  FUNCTION("FUNCTION"),
  PROCEDURE("PROCEDURE"),
  ROUTINE("ROUTINE"),
  AGGREGATE("AGGREGATE"),
  TRIGGER("TRIGGER"),
  RULE("RULE"),
  POLICY("POLICY"),
  EXTENSION("EXTENSION"),
  DATABASE("DATABASE"),
  ROLE("ROLE"),
  TABLESPACE("TABLESPACE"),
  PUBLICATION("PUBLICATION"),
  SUBSCRIPTION("SUBSCRIPTION"),
  STATISTICS("STATISTICS"),
  EVENT_TRIGGER("EVENT TRIGGER"),
  OTHER("OBJECT");

  private final String words;

  ObjectKind(String words) {
    this.words = words;
  }

  /** As SQL writes it, such as {@code MATERIALIZED VIEW}. */
  public String words() {
    return words;
  }
}
