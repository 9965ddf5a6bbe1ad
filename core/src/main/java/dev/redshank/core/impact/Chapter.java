package dev.redshank.core.impact;

import dev.redshank.core.statement.AddEnumValue;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterCompositeType;
import dev.redshank.core.statement.AlterDomain;
import dev.redshank.core.statement.AlterPolicy;
import dev.redshank.core.statement.AlterSequence;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.Analyze;
import dev.redshank.core.statement.Cluster;
import dev.redshank.core.statement.CommentOn;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.CreateDomain;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.CreateMaterializedView;
import dev.redshank.core.statement.CreatePolicy;
import dev.redshank.core.statement.CreateRoutine;
import dev.redshank.core.statement.CreateRule;
import dev.redshank.core.statement.CreateSequence;
import dev.redshank.core.statement.CreateTable;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.CreateTrigger;
import dev.redshank.core.statement.CreateType;
import dev.redshank.core.statement.CreateView;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.DropFromTable;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.LockTable;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.MoveObject;
import dev.redshank.core.statement.Query;
import dev.redshank.core.statement.RefreshMaterializedView;
import dev.redshank.core.statement.Reindex;
import dev.redshank.core.statement.RenameEnumValue;
import dev.redshank.core.statement.RenameObject;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Truncate;
import dev.redshank.core.statement.Update;
import dev.redshank.core.statement.Vacuum;
import java.util.List;
import java.util.function.Supplier;

/**
 * The rows of one subject, which are loaded when a statement needs them.
 *
 * @param subjects what its rows are about: these classes and those below them
 */
record Chapter(List<Class<?>> subjects, Supplier<List<ImpactRow<?>>> supplier) {
  static final List<Chapter> ALL = List.of(
      new Chapter(
          List.of(AlterAction.class, Parts.ColumnConstraint.class), () -> AddColumnRows.ROWS),
      new Chapter(List.of(AlterAction.class), () -> ColumnRows.ROWS),
      new Chapter(List.of(AlterAction.class), () -> TypeChangeRows.ROWS),
      new Chapter(List.of(AlterAction.class, Constraint.class), () -> ConstraintRows.ROWS),
      new Chapter(List.of(AlterAction.class, AlterTable.class), () -> TableRows.ROWS),
      new Chapter(List.of(AlterAction.class), () -> PartitionRows.ROWS),
      new Chapter(
          List.of(
              CreateTable.class,
              CreateTable.PartitionOf.class,
              CreateTable.Like.class,
              Parts.NewTableConstraint.class,
              Parts.InheritedTable.class),
          () -> CreateTableRows.ROWS),
      new Chapter(List.of(CreateIndex.class, Reindex.class), () -> IndexRows.ROWS),
      new Chapter(List.of(DropObjects.class), () -> DropRows.ROWS),
      new Chapter(
          List.of(Truncate.class, LockTable.class, Vacuum.class, Analyze.class, Cluster.class),
          () -> MaintenanceRows.ROWS),
      new Chapter(
          List.of(CreateView.class, CreateMaterializedView.class, RefreshMaterializedView.class),
          () -> ViewRows.ROWS),
      new Chapter(
          List.of(
              CreateTrigger.class,
              CreatePolicy.class,
              AlterPolicy.class,
              CreateRule.class,
              DropFromTable.class,
              RenameObject.class,
              MoveObject.class,
              CommentOn.class),
          () -> AttachedRows.ROWS),
      new Chapter(
          List.of(
              AlterDomain.class,
              CreateDomain.class,
              AddEnumValue.class,
              RenameEnumValue.class,
              AlterCompositeType.class,
              CreateType.class,
              CreateSequence.class,
              AlterSequence.class),
          () -> DomainTypeRows.ROWS),
      new Chapter(List.of(Query.class, CreateTableAs.class, Copy.class), () -> DataRows.ROWS),
      new Chapter(List.of(Insert.class, Update.class, Delete.class), () -> ChangeRows.ROWS),
      new Chapter(List.of(Merge.class), () -> MergeRows.ROWS),
      new Chapter(List.of(CreateRoutine.class), () -> RoutineRows.ROWS),
      new Chapter(List.of(Statement.class), () -> TransactionRows.ROWS));

  boolean mayBeAbout(Class<?> part) {
    return subjects.stream().anyMatch(subject -> subject.isAssignableFrom(part));
  }

  List<ImpactRow<?>> rows() {
    return supplier.get();
  }
}
