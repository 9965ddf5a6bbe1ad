package dev.redshank.core.statement;

import org.apiguardian.api.API;

/**
 * Tells kinds of statements apart for code that is to outlive new kinds: a kind that it does not name, be it of today or of a later
 * version, goes to {@link #other}.
 *
 * <pre>{@code
 * StatementVisitor<Boolean> dropsTable = new StatementVisitor<>() {
 *   public Boolean dropObjects(DropObjects statement) {
 *     return true;
 *   }
 *
 *   public Boolean other(Statement statement) {
 *     return false;
 *   }
 * };
 * dropsTable.visit(step.statement());
 * }</pre>
 *
 * @param <R> what comes of it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface StatementVisitor<R> {
  /** Whatever has no method of its own here. */
  R other(Statement statement);

  /** Goes to the method of the statement's kind. */
  default R visit(Statement statement) {
    return Visits.visit(statement, this);
  }

  /** A {@link CreateTable}. */
  default R createTable(CreateTable statement) {
    return other(statement);
  }

  /** A {@link CreateTableAs}. */
  default R createTableAs(CreateTableAs statement) {
    return other(statement);
  }

  /** A {@link AlterTable}. */
  default R alterTable(AlterTable statement) {
    return other(statement);
  }

  /** A {@link CreateIndex}. */
  default R createIndex(CreateIndex statement) {
    return other(statement);
  }

  /** A {@link DropObjects}. */
  default R dropObjects(DropObjects statement) {
    return other(statement);
  }

  /** A {@link DropFromTable}. */
  default R dropFromTable(DropFromTable statement) {
    return other(statement);
  }

  /** A {@link RenameObject}. */
  default R renameObject(RenameObject statement) {
    return other(statement);
  }

  /** A {@link MoveObject}. */
  default R moveObject(MoveObject statement) {
    return other(statement);
  }

  /** A {@link Reindex}. */
  default R reindex(Reindex statement) {
    return other(statement);
  }

  /** A {@link Truncate}. */
  default R truncate(Truncate statement) {
    return other(statement);
  }

  /** A {@link LockTable}. */
  default R lockTable(LockTable statement) {
    return other(statement);
  }

  /** A {@link Vacuum}. */
  default R vacuum(Vacuum statement) {
    return other(statement);
  }

  /** A {@link Analyze}. */
  default R analyze(Analyze statement) {
    return other(statement);
  }

  /** A {@link Cluster}. */
  default R cluster(Cluster statement) {
    return other(statement);
  }

  /** A {@link RefreshMaterializedView}. */
  default R refreshMaterializedView(RefreshMaterializedView statement) {
    return other(statement);
  }

  /** A {@link CreateView}. */
  default R createView(CreateView statement) {
    return other(statement);
  }

  /** A {@link CreateMaterializedView}. */
  default R createMaterializedView(CreateMaterializedView statement) {
    return other(statement);
  }

  /** A {@link CreateSequence}. */
  default R createSequence(CreateSequence statement) {
    return other(statement);
  }

  /** A {@link AlterSequence}. */
  default R alterSequence(AlterSequence statement) {
    return other(statement);
  }

  /** A {@link CreateType}. */
  default R createType(CreateType statement) {
    return other(statement);
  }

  /** A {@link AddEnumValue}. */
  default R addEnumValue(AddEnumValue statement) {
    return other(statement);
  }

  /** A {@link RenameEnumValue}. */
  default R renameEnumValue(RenameEnumValue statement) {
    return other(statement);
  }

  /** A {@link AlterCompositeType}. */
  default R alterCompositeType(AlterCompositeType statement) {
    return other(statement);
  }

  /** A {@link CreateDomain}. */
  default R createDomain(CreateDomain statement) {
    return other(statement);
  }

  /** A {@link AlterDomain}. */
  default R alterDomain(AlterDomain statement) {
    return other(statement);
  }

  /** A {@link CreateTrigger}. */
  default R createTrigger(CreateTrigger statement) {
    return other(statement);
  }

  /** A {@link CreatePolicy}. */
  default R createPolicy(CreatePolicy statement) {
    return other(statement);
  }

  /** A {@link AlterPolicy}. */
  default R alterPolicy(AlterPolicy statement) {
    return other(statement);
  }

  /** A {@link CreateRule}. */
  default R createRule(CreateRule statement) {
    return other(statement);
  }

  /** A {@link CreateRoutine}. */
  default R createRoutine(CreateRoutine statement) {
    return other(statement);
  }

  /** A {@link CreateSchema}. */
  default R createSchema(CreateSchema statement) {
    return other(statement);
  }

  /** A {@link CreateExtension}. */
  default R createExtension(CreateExtension statement) {
    return other(statement);
  }

  /** A {@link CommentOn}. */
  default R commentOn(CommentOn statement) {
    return other(statement);
  }

  /** A {@link GrantOrRevoke}. */
  default R grantOrRevoke(GrantOrRevoke statement) {
    return other(statement);
  }

  /** A {@link DoBlock}. */
  default R doBlock(DoBlock statement) {
    return other(statement);
  }

  /** A {@link Insert}. */
  default R insert(Insert statement) {
    return other(statement);
  }

  /** A {@link Update}. */
  default R update(Update statement) {
    return other(statement);
  }

  /** A {@link Delete}. */
  default R delete(Delete statement) {
    return other(statement);
  }

  /** A {@link Merge}. */
  default R merge(Merge statement) {
    return other(statement);
  }

  /** A {@link Select}. */
  default R select(Select statement) {
    return other(statement);
  }

  /** A {@link Copy}. */
  default R copy(Copy statement) {
    return other(statement);
  }

  /** A {@link Call}. */
  default R call(Call statement) {
    return other(statement);
  }

  /** A {@link BeginTransaction}. */
  default R beginTransaction(BeginTransaction statement) {
    return other(statement);
  }

  /** A {@link CommitTransaction}. */
  default R commitTransaction(CommitTransaction statement) {
    return other(statement);
  }

  /** A {@link RollbackTransaction}. */
  default R rollbackTransaction(RollbackTransaction statement) {
    return other(statement);
  }

  /** A {@link Savepoint}. */
  default R savepoint(Savepoint statement) {
    return other(statement);
  }

  /** A {@link ReleaseSavepoint}. */
  default R releaseSavepoint(ReleaseSavepoint statement) {
    return other(statement);
  }

  /** A {@link RollbackToSavepoint}. */
  default R rollbackToSavepoint(RollbackToSavepoint statement) {
    return other(statement);
  }

  /** A {@link PrepareTransaction}. */
  default R prepareTransaction(PrepareTransaction statement) {
    return other(statement);
  }

  /** A {@link FinishPrepared}. */
  default R finishPrepared(FinishPrepared statement) {
    return other(statement);
  }

  /** A {@link SetSetting}. */
  default R setSetting(SetSetting statement) {
    return other(statement);
  }

  /** A {@link ResetSetting}. */
  default R resetSetting(ResetSetting statement) {
    return other(statement);
  }

  /** A {@link PsqlCommand}. */
  default R psqlCommand(PsqlCommand statement) {
    return other(statement);
  }

  /** A {@link OtherStatement}. */
  default R otherStatement(OtherStatement statement) {
    return other(statement);
  }

  /** A {@link Unrecognized}. */
  default R unrecognized(Unrecognized statement) {
    return other(statement);
  }
}
