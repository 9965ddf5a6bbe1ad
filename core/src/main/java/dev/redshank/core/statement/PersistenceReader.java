package dev.redshank.core.statement;

/** Reads {@code TEMPORARY} and {@code UNLOGGED}; GLOBAL and LOCAL mean nothing to PostgreSQL. */
final class PersistenceReader {
  private PersistenceReader() {}

  static Persistence read(TokenCursor cursor) {
    cursor.acceptAny("GLOBAL", "LOCAL");
    if (cursor.acceptAny("TEMPORARY", "TEMP")) {
      return Persistence.TEMPORARY;
    }
    return cursor.accept("UNLOGGED") ? Persistence.UNLOGGED : Persistence.PERMANENT;
  }
}
