package dev.redshank.core.statement;

/** Reads the statements of one family. */
@FunctionalInterface
interface FamilyReader {
  /**
   * Reads a whole statement.
   *
   * @param cursor stands at the statement's first word
   * @throws UnexpectedToken where the statement does not go on as PostgreSQL's grammar has it
   */
  Statement read(TokenCursor cursor);
}
