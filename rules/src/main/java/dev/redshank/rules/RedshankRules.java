package dev.redshank.rules;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.project.RuleBook;
import dev.redshank.core.project.RulePages;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.rule.Rule;
import dev.redshank.rules.backfillwalflood.BatchLoopWithoutCommit;
import dev.redshank.rules.backfillwalflood.MaterializedViewFilled;
import dev.redshank.rules.backfillwalflood.TableCopied;
import dev.redshank.rules.backfillwalflood.UnbatchedBackfill;
import dev.redshank.rules.destructiverollback.ColumnDropped;
import dev.redshank.rules.destructiverollback.DownMigrationFailsOnNewData;
import dev.redshank.rules.destructiverollback.DownMigrationLosesData;
import dev.redshank.rules.destructiverollback.DropCascades;
import dev.redshank.rules.destructiverollback.SystemCatalogWritten;
import dev.redshank.rules.destructiverollback.TableDropped;
import dev.redshank.rules.destructiverollback.TriggersDisabled;
import dev.redshank.rules.destructiverollback.TruncateCascades;
import dev.redshank.rules.hiddenrewrite.ColumnAddedWithRewrite;
import dev.redshank.rules.hiddenrewrite.ColumnTypeRewrite;
import dev.redshank.rules.hiddenrewrite.TableRewritten;
import dev.redshank.rules.hiddenrewrite.VolatileDefaultRewrite;
import dev.redshank.rules.invalidindex.ConcurrentIndexOnPartitionedTable;
import dev.redshank.rules.invalidindex.ConcurrentlyIfNotExists;
import dev.redshank.rules.invalidindex.ConcurrentlyInTransaction;
import dev.redshank.rules.invalidindex.ConcurrentlyNotAlone;
import dev.redshank.rules.invalidindex.ConcurrentlyUnderTimeout;
import dev.redshank.rules.invalidindex.SeveralIndexesInConcurrentDrop;
import dev.redshank.rules.lockqueuefreeze.CheckWithoutNotValid;
import dev.redshank.rules.lockqueuefreeze.ConstraintOnAddedColumn;
import dev.redshank.rules.lockqueuefreeze.DomainConstraintValidated;
import dev.redshank.rules.lockqueuefreeze.DropIndexWithoutConcurrently;
import dev.redshank.rules.lockqueuefreeze.ExclusionConstraintBuildsIndex;
import dev.redshank.rules.lockqueuefreeze.ExplicitTableLock;
import dev.redshank.rules.lockqueuefreeze.ForeignKeyInNewTableLocksReferenced;
import dev.redshank.rules.lockqueuefreeze.ForeignKeyWithoutNotValid;
import dev.redshank.rules.lockqueuefreeze.IndexWithoutConcurrently;
import dev.redshank.rules.lockqueuefreeze.LockTimeoutIneffective;
import dev.redshank.rules.lockqueuefreeze.LockTimeoutMissing;
import dev.redshank.rules.lockqueuefreeze.PartitionAttachedWithoutCheck;
import dev.redshank.rules.lockqueuefreeze.PartitionCreatedInLiveTable;
import dev.redshank.rules.lockqueuefreeze.PartitionDetachedWithoutConcurrently;
import dev.redshank.rules.lockqueuefreeze.PartitionDropped;
import dev.redshank.rules.lockqueuefreeze.ReindexWithoutConcurrently;
import dev.redshank.rules.lockqueuefreeze.UniqueConstraintBuildsIndex;
import dev.redshank.rules.lockqueuefreeze.ValidatedInSameTransaction;
import dev.redshank.rules.lockqueuefreeze.ViewRefreshedWithoutConcurrently;
import dev.redshank.rules.lockqueuefreeze.WorkUnderStrongLock;
import dev.redshank.rules.migrationdeadlock.DropLocksReferencedTables;
import dev.redshank.rules.migrationdeadlock.ForeignKeysToSeveralTables;
import dev.redshank.rules.migrationdeadlock.LockOrderInverted;
import dev.redshank.rules.migrationdeadlock.LockUpgradedInTransaction;
import dev.redshank.rules.migrationdeadlock.SeveralTablesLockedInTransaction;
import dev.redshank.rules.notnullwithoutbackfill.ConstraintNeverValidated;
import dev.redshank.rules.notnullwithoutbackfill.DefaultDroppedInSameDeploy;
import dev.redshank.rules.notnullwithoutbackfill.EnumValueUsedInSameTransaction;
import dev.redshank.rules.notnullwithoutbackfill.RequiredColumnWithoutDefault;
import dev.redshank.rules.notnullwithoutbackfill.SetNotNullWithoutCheck;
import dev.redshank.rules.renameinrollingdeploy.ColumnRenamed;
import dev.redshank.rules.renameinrollingdeploy.EnumValueRenamed;
import dev.redshank.rules.renameinrollingdeploy.SchemaRenamed;
import dev.redshank.rules.renameinrollingdeploy.TableRenamed;
import dev.redshank.rules.renameinrollingdeploy.ViewDropped;
import dev.redshank.rules.replicaschemadrift.PublishedTableChanged;
import dev.redshank.rules.replicaschemadrift.ReplicaIdentityLost;
import dev.redshank.rules.replicaschemadrift.SessionReplicationRole;
import dev.redshank.rules.replicaschemadrift.UnloggedTable;
import java.util.List;
import org.apiguardian.api.API;

/** Every rule, in the order of their names. */
@API(status = API.Status.MAINTAINED, since = "0.1")
public final class RedshankRules {
  /** A new one is added here and nowhere else. */
  private static final List<Rule> ALL = List.of(
      new BatchLoopWithoutCommit(),
      new CheckWithoutNotValid(),
      new ColumnAddedWithRewrite(),
      new ColumnDropped(),
      new ColumnRenamed(),
      new ColumnTypeRewrite(),
      new ConcurrentIndexOnPartitionedTable(),
      new ConcurrentlyIfNotExists(),
      new ConcurrentlyInTransaction(),
      new ConcurrentlyNotAlone(),
      new ConcurrentlyUnderTimeout(),
      new ConstraintNeverValidated(),
      new ConstraintOnAddedColumn(),
      new DefaultDroppedInSameDeploy(),
      new DomainConstraintValidated(),
      new DownMigrationFailsOnNewData(),
      new DownMigrationLosesData(),
      new DropCascades(),
      new DropIndexWithoutConcurrently(),
      new DropLocksReferencedTables(),
      new EnumValueRenamed(),
      new EnumValueUsedInSameTransaction(),
      new ExclusionConstraintBuildsIndex(),
      new ExplicitTableLock(),
      new ForeignKeyInNewTableLocksReferenced(),
      new ForeignKeyWithoutNotValid(),
      new ForeignKeysToSeveralTables(),
      new IndexWithoutConcurrently(),
      new LockOrderInverted(),
      new LockTimeoutIneffective(),
      new LockTimeoutMissing(),
      new LockUpgradedInTransaction(),
      new MaterializedViewFilled(),
      new PartitionAttachedWithoutCheck(),
      new PartitionCreatedInLiveTable(),
      new PartitionDetachedWithoutConcurrently(),
      new PartitionDropped(),
      new PublishedTableChanged(),
      new ReindexWithoutConcurrently(),
      new ReplicaIdentityLost(),
      new RequiredColumnWithoutDefault(),
      new SchemaRenamed(),
      new SessionReplicationRole(),
      new SetNotNullWithoutCheck(),
      new SeveralIndexesInConcurrentDrop(),
      new SeveralTablesLockedInTransaction(),
      new SystemCatalogWritten(),
      new TableCopied(),
      new TableDropped(),
      new TableRenamed(),
      new TableRewritten(),
      new TriggersDisabled(),
      new TruncateCascades(),
      new UnbatchedBackfill(),
      new UniqueConstraintBuildsIndex(),
      new UnloggedTable(),
      new ValidatedInSameTransaction(),
      new ViewDropped(),
      new ViewRefreshedWithoutConcurrently(),
      new VolatileDefaultRewrite(),
      new WorkUnderStrongLock());

  private RedshankRules() {}

  /** The rules; the same ones at every call. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The rules with their pages, for a run over a project. */
  public static RuleBook book() {
    return new RuleBook(ALL, RulePages.of(RedshankRules.class, RedshankRules::page));
  }

  /** The name of the class path resource with a rule's page, in Markdown. */
  public static String page(RuleId rule) {
    String folder = ProjectRules.contains(rule) ? "project" : "pages";
    return "/dev/redshank/rules/" + folder + "/" + rule + ".md";
  }

  /** The name of the class path resource with a failure mode's page, in Markdown. */
  public static String page(FailureMode mode) {
    return "/dev/redshank/rules/modes/" + mode.id() + ".md";
  }
}
