package dev.redshank.core.statement;

/** CREATE of everything that has no reader of its own in {@link StatementReader}. */
final class CreateOther {
  private CreateOther() {}

  static Statement read(TokenCursor cursor) {
    throw cursor.unexpected("a statement that is read");
  }
}
