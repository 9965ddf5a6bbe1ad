package dev.redshank.core.impact;

import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterDomain;
import dev.redshank.core.statement.AlterPolicy;
import dev.redshank.core.statement.AlterSequence;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.Analyze;
import dev.redshank.core.statement.Call;
import dev.redshank.core.statement.Cluster;
import dev.redshank.core.statement.CommentOn;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.CreateMaterializedView;
import dev.redshank.core.statement.CreatePolicy;
import dev.redshank.core.statement.CreateRoutine;
import dev.redshank.core.statement.CreateRule;
import dev.redshank.core.statement.CreateTable;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.CreateTrigger;
import dev.redshank.core.statement.CreateView;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.DropFromTable;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.GrantOrRevoke;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.LockTable;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.MoveObject;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.OtherStatement;
import dev.redshank.core.statement.Query;
import dev.redshank.core.statement.RefreshMaterializedView;
import dev.redshank.core.statement.Reindex;
import dev.redshank.core.statement.RenameObject;
import dev.redshank.core.statement.Select;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Truncate;
import dev.redshank.core.statement.Unrecognized;
import dev.redshank.core.statement.Update;
import dev.redshank.core.statement.Vacuum;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes a statement apart into the parts that rows are about, each with the relation that it concerns. */
final class Scenes {
  private static final ObjectName NOTHING = new ObjectName(Optional.empty(), "", new Span(0, 0));

  private final Statement statement;
  private final Situation situation;
  private final Supplier<SchemaState> after;
  private final List<Scene<?>> scenes = new ArrayList<>();

  private Scenes(Statement statement, Situation situation, Supplier<SchemaState> after) {
    this.statement = statement;
    this.situation = situation;
    this.after = after;
  }

  static List<Scene<?>> of(Statement statement, Situation situation, Supplier<SchemaState> after) {
    Scenes scenes = new Scenes(statement, situation, after);
    scenes.split();
    return scenes.scenes;
  }

  private void split() {
    if (statement instanceof AlterTable alter) {
      add(alter, alter.table());
      for (AlterAction action : alter.actions()) {
        action(alter, action);
      }
    } else if (statement instanceof CreateTable create) {
      createTable(create);
    } else if (statement instanceof AlterDomain domain) {
      add(domain, domain.name());
    } else {
      List<ObjectName> names = names(statement);
      for (ObjectName name : names) {
        add(statement, name);
      }
      if (names.isEmpty()) {
        add(statement, NOTHING);
      }
      query(statement).ifPresent(this::query);
    }
  }

  private void query(Query query) {
    add(query, NOTHING);
    for (Statement change : query.changes()) {
      name(change).ifPresent(table -> add(change, table));
    }
  }

  private void action(AlterTable alter, AlterAction action) {
    add(action, alter.table());
    if (action instanceof AlterAction.AddConstraint added) {
      add(added.constraint(), alter.table());
    } else if (action instanceof AlterAction.AddColumn added) {
      for (Constraint constraint : added.column().constraints()) {
        add(new Parts.ColumnConstraint(added.column(), constraint), alter.table());
      }
    }
  }

  private void createTable(CreateTable create) {
    add(create, create.name());
    for (Constraint constraint : create.allConstraints()) {
      add(new Parts.NewTableConstraint(constraint), create.name());
    }
    for (CreateTable.Like like : create.likes()) {
      add(like, like.table());
    }
    for (ObjectName parent : create.inherits()) {
      add(new Parts.InheritedTable(parent), parent);
    }
    create.partitionOf().ifPresent(of -> add(of, of.parent()));
  }

  private void add(Object part, ObjectName named) {
    scenes.add(new Scene<>(part, statement, named, situation, after));
  }

  /** The relations that a statement names and whose scenes are alike. */
  private static List<ObjectName> names(Statement statement) {
    if (statement instanceof DropObjects drop) {
      return drop.names();
    } else if (statement instanceof Truncate truncate) {
      return truncate.tables();
    } else if (statement instanceof LockTable lock) {
      return lock.tables();
    } else if (statement instanceof Vacuum vacuum) {
      return vacuum.tables();
    } else if (statement instanceof Analyze analyze) {
      return analyze.tables();
    } else if (statement instanceof GrantOrRevoke grant) {
      return grant.names();
    } else if (statement instanceof OtherStatement other) {
      return other.names();
    } else if (statement instanceof Unrecognized unrecognized) {
      return unrecognized.names();
    }
    Optional<ObjectName> name = name(statement);
    return name.isPresent() ? List.of(name.get()) : List.of();
  }

  /** The relation that a statement is about, as written, where it is one. */
  static Optional<ObjectName> name(Statement statement) {
    if (statement instanceof CreateIndex create) {
      return Optional.of(create.table());
    } else if (statement instanceof DropFromTable drop) {
      return Optional.of(drop.table());
    } else if (statement instanceof Reindex reindex) {
      return reindex.name();
    } else if (statement instanceof Cluster cluster) {
      return cluster.table();
    } else if (statement instanceof RefreshMaterializedView refresh) {
      return Optional.of(refresh.view());
    } else if (statement instanceof AlterSequence alter) {
      return Optional.of(alter.name());
    } else if (statement instanceof CreateTrigger create) {
      return Optional.of(create.table());
    } else if (statement instanceof CreatePolicy create) {
      return Optional.of(create.table());
    } else if (statement instanceof AlterPolicy alter) {
      return Optional.of(alter.table());
    } else if (statement instanceof CreateRule create) {
      return Optional.of(create.table());
    }
    return furtherName(statement);
  }

  private static Optional<ObjectName> furtherName(Statement statement) {
    if (statement instanceof Insert insert) {
      return Optional.of(insert.table());
    } else if (statement instanceof Update update) {
      return Optional.of(update.table());
    } else if (statement instanceof Delete delete) {
      return Optional.of(delete.table());
    } else if (statement instanceof Merge merge) {
      return Optional.of(merge.table());
    } else if (statement instanceof Copy copy) {
      return copy.table();
    } else if (statement instanceof Call call) {
      return Optional.of(call.procedure());
    } else if (statement instanceof CommentOn comment) {
      return Optional.of(comment.name());
    } else if (statement instanceof RenameObject rename) {
      return Optional.of(rename.name());
    } else if (statement instanceof MoveObject move) {
      return Optional.of(move.name());
    } else if (statement instanceof CreateView create) {
      return Optional.of(create.name());
    } else if (statement instanceof CreateMaterializedView create) {
      return Optional.of(create.name());
    } else if (statement instanceof CreateRoutine create) {
      return Optional.of(create.name());
    }
    return Optional.empty();
  }

  /** What a statement reads and calls. */
  static Optional<Query> query(Statement statement) {
    if (statement instanceof Select select) {
      return Optional.of(select.query());
    } else if (statement instanceof Insert insert) {
      return Optional.of(insert.query());
    } else if (statement instanceof Update update) {
      return Optional.of(update.query());
    } else if (statement instanceof Delete delete) {
      return Optional.of(delete.query());
    } else if (statement instanceof Merge merge) {
      return Optional.of(merge.query());
    } else if (statement instanceof Copy copy) {
      return copy.query();
    } else if (statement instanceof CreateView create) {
      return Optional.of(create.query());
    } else if (statement instanceof CreateMaterializedView create) {
      return Optional.of(create.query());
    } else if (statement instanceof CreateTableAs create) {
      return Optional.of(create.query());
    }
    return Optional.empty();
  }
}
