package dev.redshank.core.statement;

/** ALTER of everything that has no reader of its own in {@link StatementReader}. */
final class AlterOther {
  private AlterOther() {}

  static Statement read(TokenCursor cursor) {
    throw cursor.unexpected("a statement that is read");
  }
}
