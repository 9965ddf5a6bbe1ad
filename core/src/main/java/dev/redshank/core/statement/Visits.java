package dev.redshank.core.statement;

/** The way from a statement to its method of a visitor. */
final class Visits {
  private Visits() {}

  static <R> R visit(Statement statement, StatementVisitor<R> visitor) {
    if (statement instanceof CreateTable one) {
      return visitor.createTable(one);
    }
    if (statement instanceof CreateTableAs one) {
      return visitor.createTableAs(one);
    }
    if (statement instanceof AlterTable one) {
      return visitor.alterTable(one);
    }
    if (statement instanceof CreateIndex one) {
      return visitor.createIndex(one);
    }
    if (statement instanceof DropObjects one) {
      return visitor.dropObjects(one);
    }
    if (statement instanceof DropFromTable one) {
      return visitor.dropFromTable(one);
    }
    if (statement instanceof RenameObject one) {
      return visitor.renameObject(one);
    }
    if (statement instanceof MoveObject one) {
      return visitor.moveObject(one);
    }
    if (statement instanceof Reindex one) {
      return visitor.reindex(one);
    }
    if (statement instanceof Truncate one) {
      return visitor.truncate(one);
    }
    if (statement instanceof LockTable one) {
      return visitor.lockTable(one);
    }
    if (statement instanceof Vacuum one) {
      return visitor.vacuum(one);
    }
    if (statement instanceof Analyze one) {
      return visitor.analyze(one);
    }
    if (statement instanceof Cluster one) {
      return visitor.cluster(one);
    }
    return more(statement, visitor);
  }

  private static <R> R more(Statement statement, StatementVisitor<R> visitor) {
    if (statement instanceof RefreshMaterializedView one) {
      return visitor.refreshMaterializedView(one);
    }
    if (statement instanceof CreateView one) {
      return visitor.createView(one);
    }
    if (statement instanceof CreateMaterializedView one) {
      return visitor.createMaterializedView(one);
    }
    if (statement instanceof CreateSequence one) {
      return visitor.createSequence(one);
    }
    if (statement instanceof AlterSequence one) {
      return visitor.alterSequence(one);
    }
    if (statement instanceof CreateType one) {
      return visitor.createType(one);
    }
    if (statement instanceof AddEnumValue one) {
      return visitor.addEnumValue(one);
    }
    if (statement instanceof RenameEnumValue one) {
      return visitor.renameEnumValue(one);
    }
    if (statement instanceof AlterCompositeType one) {
      return visitor.alterCompositeType(one);
    }
    if (statement instanceof CreateDomain one) {
      return visitor.createDomain(one);
    }
    if (statement instanceof AlterDomain one) {
      return visitor.alterDomain(one);
    }
    if (statement instanceof CreateTrigger one) {
      return visitor.createTrigger(one);
    }
    if (statement instanceof CreatePolicy one) {
      return visitor.createPolicy(one);
    }
    if (statement instanceof AlterPolicy one) {
      return visitor.alterPolicy(one);
    }
    return andMore(statement, visitor);
  }

  private static <R> R andMore(Statement statement, StatementVisitor<R> visitor) {
    if (statement instanceof CreateRule one) {
      return visitor.createRule(one);
    }
    if (statement instanceof CreateRoutine one) {
      return visitor.createRoutine(one);
    }
    if (statement instanceof CreateSchema one) {
      return visitor.createSchema(one);
    }
    if (statement instanceof CreateExtension one) {
      return visitor.createExtension(one);
    }
    if (statement instanceof CommentOn one) {
      return visitor.commentOn(one);
    }
    if (statement instanceof GrantOrRevoke one) {
      return visitor.grantOrRevoke(one);
    }
    if (statement instanceof DoBlock one) {
      return visitor.doBlock(one);
    }
    if (statement instanceof Insert one) {
      return visitor.insert(one);
    }
    if (statement instanceof Update one) {
      return visitor.update(one);
    }
    if (statement instanceof Delete one) {
      return visitor.delete(one);
    }
    if (statement instanceof Merge one) {
      return visitor.merge(one);
    }
    if (statement instanceof Select one) {
      return visitor.select(one);
    }
    if (statement instanceof Copy one) {
      return visitor.copy(one);
    }
    if (statement instanceof Call one) {
      return visitor.call(one);
    }
    return theRest(statement, visitor);
  }

  private static <R> R theRest(Statement statement, StatementVisitor<R> visitor) {
    if (statement instanceof BeginTransaction one) {
      return visitor.beginTransaction(one);
    }
    if (statement instanceof CommitTransaction one) {
      return visitor.commitTransaction(one);
    }
    if (statement instanceof RollbackTransaction one) {
      return visitor.rollbackTransaction(one);
    }
    if (statement instanceof Savepoint one) {
      return visitor.savepoint(one);
    }
    if (statement instanceof ReleaseSavepoint one) {
      return visitor.releaseSavepoint(one);
    }
    if (statement instanceof RollbackToSavepoint one) {
      return visitor.rollbackToSavepoint(one);
    }
    if (statement instanceof PrepareTransaction one) {
      return visitor.prepareTransaction(one);
    }
    if (statement instanceof FinishPrepared one) {
      return visitor.finishPrepared(one);
    }
    if (statement instanceof SetSetting one) {
      return visitor.setSetting(one);
    }
    if (statement instanceof ResetSetting one) {
      return visitor.resetSetting(one);
    }
    if (statement instanceof PsqlCommand one) {
      return visitor.psqlCommand(one);
    }
    if (statement instanceof OtherStatement one) {
      return visitor.otherStatement(one);
    }
    if (statement instanceof Unrecognized one) {
      return visitor.unrecognized(one);
    }
    return visitor.other(statement);
  }
}
