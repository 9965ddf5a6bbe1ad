package dev.redshank.core.statement;

/** Statements that begin with none of the words that {@link StatementReader} knows. */
final class OtherWords {
  private OtherWords() {}

  static Statement read(TokenCursor cursor) {
    throw cursor.unexpected("a statement that is read");
  }
}
