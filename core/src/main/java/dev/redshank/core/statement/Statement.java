package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import org.apiguardian.api.API;

/**
 * A statement as it is understood. Every name keeps its place; every span is a span of the file.
 *
 * <p>The kinds are still growing: match on those you know, and let the others pass.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Statement
    permits CreateTable,
        CreateTableAs,
        AlterTable,
        CreateIndex,
        DropObjects,
        DropFromTable,
        RenameObject,
        MoveObject,
        Reindex,
        Truncate,
        LockTable,
        Vacuum,
        Analyze,
        Cluster,
        RefreshMaterializedView,
        CreateView,
        CreateMaterializedView,
        CreateSequence,
        AlterSequence,
        CreateType,
        AddEnumValue,
        RenameEnumValue,
        AlterCompositeType,
        CreateDomain,
        AlterDomain,
        CreateTrigger,
        CreatePolicy,
        AlterPolicy,
        CreateRule,
        CreateRoutine,
        CreateSchema,
        CreateExtension,
        CommentOn,
        GrantOrRevoke,
        DoBlock,
        Insert,
        Update,
        Delete,
        Merge,
        Select,
        Copy,
        Call,
        BeginTransaction,
        CommitTransaction,
        RollbackTransaction,
        Savepoint,
        ReleaseSavepoint,
        RollbackToSavepoint,
        PrepareTransaction,
        FinishPrepared,
        SetSetting,
        ResetSetting,
        PsqlCommand,
        OtherStatement,
        Unrecognized {
  /** The place of the statement, without its semicolon. */
  Span span();

  /** What PostgreSQL calls such a statement: its command tag, as in {@code ALTER TABLE}. */
  String kind();
}
