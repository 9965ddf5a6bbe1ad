package dev.redshank.core.lint;

import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.ImpactTable;
import dev.redshank.core.impact.Impacts;
import dev.redshank.core.impact.Situation;
import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Enclosure;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Deferred;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.statement.BeginTransaction;
import dev.redshank.core.statement.CommitTransaction;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.OtherStatement;
import dev.redshank.core.statement.PrepareTransaction;
import dev.redshank.core.statement.PsqlCommand;
import dev.redshank.core.statement.ReleaseSavepoint;
import dev.redshank.core.statement.ResetSetting;
import dev.redshank.core.statement.RollbackToSavepoint;
import dev.redshank.core.statement.RollbackTransaction;
import dev.redshank.core.statement.Savepoint;
import dev.redshank.core.statement.SetSetting;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One migration on the timeline: its session, its transactions, statement by statement. */
final class MigrationWalk {
  private final ReadMigration migration;
  private final TransactionMode mode;
  private final LintSettings settings;
  private final Timeline.Clock clock;
  private final Moments moments;
  private final boolean reviewing;
  private final List<StatementStep> steps = new ArrayList<>();
  private final List<TransactionEnd> transactions = new ArrayList<>();
  private List<StatementStep> inTransaction = new ArrayList<>();
  private Session session;
  private boolean keepsSteps;

  MigrationWalk(
      ReadMigration migration,
      TransactionMode mode,
      LintSettings settings,
      Timeline.Clock clock,
      Moments moments,
      boolean reviewing) {
    this.migration = migration;
    this.mode = mode;
    this.settings = settings;
    this.clock = clock;
    this.moments = moments;
    this.reviewing = reviewing;
    this.session = new Session(SchemaState.empty(), elsewhere());
  }

  private Session.Settings elsewhere() {
    return new Session.Settings(
        settings.lockTimeout(), settings.statementTimeout(), List.of(), Optional.empty(), true);
  }

  /** Walks every statement; the picture behind the last one. */
  SchemaState run(SchemaState before, boolean keepsSteps) {
    this.keepsSteps = keepsSteps;
    session = new Session(before, elsewhere());
    openByRunner();
    for (Statement statement : migration.statements()) {
      if (statement instanceof DoBlock block && block.body().isPresent()) {
        doBlock(block);
      } else {
        one(statement, List.of());
      }
    }
    if (session.isOpen()) {
      boolean kept = session.state().byRunner() || session.isImplicit();
      endTransaction(kept, Optional.empty());
    }
    return session.schema().withSearchPath(List.of());
  }

  /** The statements that rules hear of at the end of the migration. */
  List<StatementStep> steps() {
    return steps;
  }

  /** Its transactions that rules hear of again at the end of the deploy. */
  List<TransactionEnd> transactions() {
    return transactions;
  }

  private void openByRunner() {
    if (mode == TransactionMode.WRAPPED) {
      session.begin(true, false);
    } else if (mode == TransactionMode.SIMPLE_QUERY && isSeveral()) {
      session.begin(false, true);
    }
  }

  private boolean isSeveral() {
    return migration.statements().stream()
            .filter(s -> !(s instanceof PsqlCommand))
            .limit(2)
            .count()
        > 1;
  }

  private void doBlock(DoBlock block) {
    SchemaView before = new SchemaView(session.schema(), clock.now());
    Situation situation = new Situation(before, session.state(), settings.postgres());
    boolean outside = !session.isOpen();
    if (outside) {
      session.begin(false, true);
      clock.nextTransaction();
    }
    BodyWalk body = new BodyWalk(this);
    Supplier<StatementImpact> impact = new Deferred<>(
        () -> Impacts.merge(List.of(ImpactTable.impactOf(block, situation), body.impactOfAll())));
    body.run(block);
    tell(step(block, List.of(), impact, situation));
    if (outside && session.isOpen()) {
      endTransaction(true, Optional.empty());
    }
  }

  /** COMMIT or ROLLBACK in the body of a DO block that no transaction surrounds. */
  void endInsideBody(boolean commit, Span span) {
    if (session.isImplicit()) {
      endTransaction(commit, Optional.of(span));
      session.begin(false, true);
    }
  }

  /** One statement; what it did, computed when somebody asks. */
  Supplier<StatementImpact> one(Statement statement, List<Enclosure> enclosures) {
    boolean alone = !session.isOpen() && !controlsTransactions(statement);
    if (alone) {
      clock.nextTransaction();
    }
    SchemaView before = new SchemaView(session.schema(), clock.now());
    Situation situation = new Situation(before, session.state(), settings.postgres());
    Supplier<SchemaState> after = new Deferred<>(
        () -> situation.schema().after(statement, migration.file().path()));
    Supplier<StatementImpact> impact =
        new Deferred<>(() -> ImpactTable.impactOf(statement, situation, after));
    StatementStep step = step(statement, enclosures, impact, situation);
    tell(step);
    apply(statement, situation, impact, after);
    if (alone && reviewing) {
      TransactionState state = heldBy(statement, situation, impact);
      tell(new TransactionEnd(
          migration.file(), migration.source(), List.of(step), state, true, Optional.empty()));
    }
    return impact;
  }

  /** The state of a statement's own transaction just before it ends. */
  private TransactionState heldBy(
      Statement statement, Situation situation, Supplier<StatementImpact> impact) {
    Session own = new Session(session.schema(), elsewhere());
    own.hold(locks(statement, situation, impact));
    return own.state();
  }

  private void apply(
      Statement statement,
      Situation situation,
      Supplier<StatementImpact> impact,
      Supplier<SchemaState> after) {
    if (controlsTransactions(statement)) {
      control(statement);
      return;
    }
    if (session.isOpen() && reviewing) {
      session.hold(locks(statement, situation, impact));
    }
    if (statement instanceof SetSetting set) {
      session.set(set);
    } else if (statement instanceof ResetSetting reset) {
      session.reset(reset);
    } else if (statement instanceof OtherStatement other && other.kind().equals("DISCARD ALL")) {
      session.reset(new ResetSetting(Optional.empty(), other.span()));
    } else {
      session.schema(after.get());
    }
  }

  private Supplier<List<HeldLock>> locks(
      Statement statement, Situation situation, Supplier<StatementImpact> impact) {
    String path = migration.file().path();
    return () -> HeldLock.of(statement, situation, impact.get(), path);
  }

  private static boolean controlsTransactions(Statement statement) {
    return statement instanceof BeginTransaction
        || statement instanceof CommitTransaction
        || statement instanceof RollbackTransaction
        || statement instanceof PrepareTransaction
        || statement instanceof Savepoint
        || statement instanceof ReleaseSavepoint
        || statement instanceof RollbackToSavepoint;
  }

  private void control(Statement statement) {
    if (statement instanceof BeginTransaction) {
      begin();
    } else if (statement instanceof CommitTransaction commit) {
      end(true, commit.chain(), commit.span());
    } else if (statement instanceof RollbackTransaction rollback) {
      end(false, rollback.chain(), rollback.span());
    } else if (statement instanceof PrepareTransaction prepare) {
      end(true, false, prepare.span());
    } else if (statement instanceof Savepoint point) {
      session.savepoint(point.name().name());
    } else if (statement instanceof ReleaseSavepoint release) {
      session.release(release.name().name());
    } else if (statement instanceof RollbackToSavepoint rollback) {
      session.rollbackTo(rollback.name().name());
    }
  }

  /** BEGIN inside a transaction only warns (25001). */
  private void begin() {
    if (!session.isOpen()) {
      clock.nextTransaction();
      session.begin(false, false);
    } else if (session.isImplicit()) {
      session.makeExplicit();
    }
  }

  /** COMMIT without a transaction only warns (25P01). */
  private void end(boolean commit, boolean chain, Span span) {
    if (!session.isOpen()) {
      return;
    }
    endTransaction(commit, Optional.of(span));
    if (chain) {
      session.begin(false, false);
    } else if (mode == TransactionMode.SIMPLE_QUERY) {
      session.begin(false, true);
    }
  }

  private void endTransaction(boolean commit, Optional<Span> span) {
    if (reviewing) {
      tell(new TransactionEnd(
          migration.file(), migration.source(), inTransaction, session.state(), commit, span));
    }
    inTransaction = new ArrayList<>();
    if (commit) {
      session.commit();
    } else {
      session.rollback();
    }
    clock.nextTransaction();
  }

  private StatementStep step(
      Statement statement,
      List<Enclosure> enclosures,
      Supplier<StatementImpact> impact,
      Situation situation) {
    return new StatementStep(
        statement, migration.file(), migration.source(), situation, enclosures, impact);
  }

  private void tell(StatementStep step) {
    if (!reviewing) {
      return;
    }
    moments.at(step);
    if (session.isOpen()) {
      inTransaction.add(step);
    }
    if (keepsSteps) {
      steps.add(step);
    }
  }

  private void tell(TransactionEnd end) {
    moments.at(end);
    if (keepsSteps) {
      transactions.add(end);
    }
  }
}
