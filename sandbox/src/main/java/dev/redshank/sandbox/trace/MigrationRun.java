package dev.redshank.sandbox.trace;

import dev.redshank.core.lint.RehearsedMigration;
import dev.redshank.core.lint.RehearsedStatement;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.statement.PsqlCommand;
import dev.redshank.core.text.Position;
import dev.redshank.sandbox.measure.SessionProbe;
import dev.redshank.sandbox.measure.SessionProbe.Ending;
import dev.redshank.sandbox.trace.TracedStatement.Skipped;
import java.util.List;
import java.util.Optional;

/**
 * One migration in one session, with the transactions that its tool and the script itself open. It
 * stops at the first failure, as the tools do.
 */
final class MigrationRun {
  private final RehearsedMigration migration;
  private final SessionProbe session;
  private final Steps steps;
  private int at;

  MigrationRun(RehearsedMigration migration, SessionProbe session, Steps steps) {
    this.migration = migration;
    this.session = session;
    this.steps = steps;
  }

  /** Runs statements. What ends a transaction is told by {@link #transactionEnded}. */
  interface Steps {
    /** How a statement ended that neither begins nor ends a transaction. */
    Ending run(RehearsedStatement statement);

    /** How a statement ended that begins or ends one. */
    Ending control(RehearsedStatement statement);

    void skip(RehearsedStatement statement, Skipped reason);

    /** No transaction is open any more. */
    void transactionEnded();
  }

  /** Runs history: nobody looks. */
  static Steps unobserved(RehearsedMigration migration, SessionProbe session) {
    return new Steps() {
      @Override
      public Ending run(RehearsedStatement statement) {
        return session.run(Scripts.sql(statement, migration.source()));
      }

      @Override
      public Ending control(RehearsedStatement statement) {
        return run(statement);
      }

      @Override
      public void skip(RehearsedStatement statement, Skipped reason) {}

      @Override
      public void transactionEnded() {}
    };
  }

  /** Runs every statement; what ended the migration before its end. */
  Optional<TraceFailure> run() {
    Optional<TraceFailure> failure = Optional.empty();
    List<RehearsedStatement> statements = migration.statements();
    for (at = 0; at < statements.size() && failure.isEmpty(); at++) {
      failure = one(statements.get(at));
    }
    if (failure.isEmpty()) {
      failure = finish();
    } else if (isOpen()) {
      session.run("ROLLBACK");
    }
    steps.transactionEnded();
    return failure;
  }

  /** How many statements were not begun. */
  int notRun() {
    return migration.statements().size() - at;
  }

  private Optional<TraceFailure> one(RehearsedStatement statement) {
    Optional<Skipped> skipped = Scripts.reasonToSkip(statement.statement());
    if (skipped.isPresent()) {
      steps.skip(statement, skipped.get());
      return Optional.empty();
    }
    Optional<TraceFailure> refused = openByRunner(statement);
    if (refused.isPresent()) {
      return refused;
    }
    boolean control = Scripts.controlsTransactions(statement);
    Ending ending = control ? steps.control(statement) : steps.run(statement);
    if (!isOpen()) {
      steps.transactionEnded();
    }
    return failure(statement, statement.statement().kind(), ending);
  }

  /** A runner's own transaction; several statements of one message are one, again and again. */
  private Optional<TraceFailure> openByRunner(RehearsedStatement statement) {
    boolean wraps = migration.transactions() == TransactionMode.WRAPPED && isFirst();
    boolean implicit = migration.transactions() == TransactionMode.SIMPLE_QUERY && isSeveral();
    return (wraps || implicit) && !isOpen()
        ? failure(statement, "BEGIN", session.run("BEGIN"))
        : Optional.empty();
  }

  private boolean isFirst() {
    return migration.statements().subList(0, at).stream()
        .allMatch(each -> each.statement() instanceof PsqlCommand);
  }

  private boolean isSeveral() {
    return migration.statements().stream()
            .filter(each -> !(each.statement() instanceof PsqlCommand))
            .limit(2)
            .count()
        > 1;
  }

  /** A transaction that the script left open goes with its session, the runner's is committed. */
  private Optional<TraceFailure> finish() {
    if (!isOpen()) {
      return Optional.empty();
    }
    boolean kept = migration.transactions() != TransactionMode.AUTOCOMMIT;
    Ending ending = session.run(kept ? "COMMIT" : "ROLLBACK");
    RehearsedStatement last = migration.statements().get(migration.statements().size() - 1);
    return failure(last, "COMMIT", ending);
  }

  private boolean isOpen() {
    return session.inTransaction();
  }

  private Optional<TraceFailure> failure(RehearsedStatement statement, String what, Ending ending) {
    if (!ending.failed()) {
      return Optional.empty();
    }
    Position position = migration.source().position(statement.sql().span().start());
    return Optional.of(new TraceFailure(
        migration.file().path(), position, what, ending.sqlState().orElse(""), ending.message()));
  }
}
