package dev.redshank.core.statement;

import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.TokenKind;

/** Reads the commands that begin and end transactions and savepoints. */
final class TransactionReader {
  private TransactionReader() {}

  static Statement read(TokenCursor cursor) {
    String word = cursor.word();
    cursor.skip(1);
    return switch (word) {
      case "BEGIN" -> begin(cursor, false);
      case "START" -> {
        cursor.expect("TRANSACTION");
        yield begin(cursor, true);
      }
      case "COMMIT" -> cursor.accept("PREPARED") ? finish(cursor, true) : commit(cursor);
      case "END" -> commit(cursor);
      case "ROLLBACK" -> rollback(cursor);
      case "ABORT" -> new RollbackTransaction(chain(cursor), cursor.statementSpan());
      case "SAVEPOINT" -> new Savepoint(lastName(cursor), cursor.statementSpan());
      case "RELEASE" -> {
        cursor.accept("SAVEPOINT");
        yield new ReleaseSavepoint(lastName(cursor), cursor.statementSpan());
      }
      default -> {
        cursor.expect("TRANSACTION");
        yield new PrepareTransaction(id(cursor), cursor.statementSpan());
      }
    };
  }

  private static Statement begin(TokenCursor cursor, boolean start) {
    if (!start) {
      acceptTransaction(cursor);
    }
    modes(cursor);
    return new BeginTransaction(start, cursor.statementSpan());
  }

  /** {@code ISOLATION LEVEL …, READ ONLY, NOT DEFERRABLE}; the commas may be left out. */
  private static void modes(TokenCursor cursor) {
    while (!cursor.atEnd()) {
      boolean known = cursor.accept("ISOLATION", "LEVEL", "SERIALIZABLE")
          || cursor.accept("ISOLATION", "LEVEL", "REPEATABLE", "READ")
          || cursor.accept("ISOLATION", "LEVEL", "READ", "COMMITTED")
          || cursor.accept("ISOLATION", "LEVEL", "READ", "UNCOMMITTED")
          || cursor.accept("READ", "ONLY")
          || cursor.accept("READ", "WRITE")
          || cursor.accept("NOT", "DEFERRABLE")
          || cursor.accept("DEFERRABLE");
      if (!known) {
        throw cursor.unexpected("a transaction mode");
      }
      cursor.accept(TokenKind.COMMA);
    }
  }

  private static Statement commit(TokenCursor cursor) {
    return new CommitTransaction(chain(cursor), cursor.statementSpan());
  }

  private static Statement rollback(TokenCursor cursor) {
    if (cursor.accept("PREPARED")) {
      return finish(cursor, false);
    }
    acceptTransaction(cursor);
    if (cursor.accept("TO")) {
      cursor.accept("SAVEPOINT");
      return new RollbackToSavepoint(lastName(cursor), cursor.statementSpan());
    }
    return new RollbackTransaction(chain(cursor), cursor.statementSpan());
  }

  private static boolean chain(TokenCursor cursor) {
    acceptTransaction(cursor);
    boolean chain = cursor.accept("AND", "CHAIN");
    if (!chain) {
      cursor.accept("AND", "NO", "CHAIN");
    }
    cursor.expectEnd();
    return chain;
  }

  private static void acceptTransaction(TokenCursor cursor) {
    cursor.acceptAny("WORK", "TRANSACTION");
  }

  private static Identifier lastName(TokenCursor cursor) {
    Identifier name = cursor.identifier("the name of a savepoint");
    cursor.expectEnd();
    return name;
  }

  private static Statement finish(TokenCursor cursor, boolean commit) {
    return new FinishPrepared(commit, id(cursor), cursor.statementSpan());
  }

  private static String id(TokenCursor cursor) {
    String id = Literals.value(cursor.tokens(), cursor.position())
        .orElseThrow(() -> cursor.unexpected("the transaction's id as a string"));
    cursor.skip(1);
    cursor.expectEnd();
    return id;
  }
}
