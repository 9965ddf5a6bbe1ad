package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One action of ALTER TABLE, in the order of PostgreSQL's manual. ALTER INDEX, VIEW, MATERIALIZED VIEW, SEQUENCE
 * and FOREIGN TABLE use those of them that they know.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface AlterAction {
  Span span();

  /** The sub-command in the manual's words, such as {@code ADD COLUMN}. */
  String kind();

  /** When a trigger or rule fires. */
  enum Firing {
    ORIGIN,
    REPLICA,
    ALWAYS,
    DISABLED
  }

  /** What identifies a row for logical replication. */
  enum ReplicaIdentity {
    DEFAULT,
    FULL,
    NOTHING,
    INDEX
  }

  /** {@code ADD COLUMN}. */
  record AddColumn(ColumnDefinition column, boolean ifNotExists, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "ADD COLUMN";
    }
  }

  /** {@code DROP COLUMN}. */
  record DropColumn(Identifier column, boolean ifExists, boolean cascade, Span span)
      implements AlterAction {
    @Override
    public String kind() {
      return "DROP COLUMN";
    }
  }

  /** {@code ALTER COLUMN … TYPE}. */
  record AlterColumnType(
      Identifier column,
      TypeName type,
      Optional<ObjectName> collation,
      Optional<SqlExpression> using,
      Span span)
      implements AlterAction {
    @Override
    public String kind() {
      return "SET DATA TYPE";
    }
  }

  /** {@code ALTER COLUMN … SET DEFAULT}. */
  record SetDefault(Identifier column, SqlExpression value, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET DEFAULT";
    }
  }

  /** {@code ALTER COLUMN … DROP DEFAULT}. */
  record DropDefault(Identifier column, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "DROP DEFAULT";
    }
  }

  /** {@code ALTER COLUMN … SET EXPRESSION}, PostgreSQL 17 and later. */
  record SetExpression(Identifier column, SqlExpression expression, Span span)
      implements AlterAction {
    @Override
    public String kind() {
      return "SET EXPRESSION";
    }
  }

  /** {@code ALTER COLUMN … DROP EXPRESSION}. */
  record DropExpression(Identifier column, boolean ifExists, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "DROP EXPRESSION";
    }
  }

  /** {@code ALTER COLUMN … SET NOT NULL}. */
  record SetNotNull(Identifier column, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET NOT NULL";
    }
  }

  /** {@code ALTER COLUMN … DROP NOT NULL}. */
  record DropNotNull(Identifier column, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "DROP NOT NULL";
    }
  }

  /** {@code ALTER COLUMN … ADD GENERATED … AS IDENTITY}. */
  record AddIdentity(Identifier column, boolean always, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "ADD IDENTITY";
    }
  }

  /** {@code ALTER COLUMN … SET GENERATED}, {@code SET} of a sequence option, or {@code RESTART}. */
  record AlterIdentity(Identifier column, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET GENERATED";
    }
  }

  /** {@code ALTER COLUMN … DROP IDENTITY}. */
  record DropIdentity(Identifier column, boolean ifExists, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "DROP IDENTITY";
    }
  }

  /** {@code ALTER COLUMN … SET STATISTICS}; an index names its column by number. */
  record SetStatistics(String column, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET STATISTICS";
    }
  }

  /** {@code ALTER COLUMN … SET (…)} or {@code RESET (…)}: planner options such as n_distinct. */
  record SetColumnOptions(Identifier column, boolean reset, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET";
    }
  }

  /** {@code ALTER COLUMN … SET STORAGE}. */
  record SetStorage(Identifier column, String storage, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET STORAGE";
    }
  }

  /** {@code ALTER COLUMN … SET COMPRESSION}. */
  record SetCompression(Identifier column, String method, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET COMPRESSION";
    }
  }

  /** {@code ADD} of a table constraint. */
  record AddConstraint(Constraint constraint, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "ADD CONSTRAINT";
    }
  }

  /** {@code ALTER CONSTRAINT}; {@code enforces} where it says ENFORCED, which checks the rows that exist. */
  record AlterConstraint(Identifier constraint, boolean enforces, Span span)
      implements AlterAction {
    @Override
    public String kind() {
      return "ALTER CONSTRAINT";
    }
  }

  /** {@code VALIDATE CONSTRAINT}. */
  record ValidateConstraint(Identifier constraint, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "VALIDATE CONSTRAINT";
    }
  }

  /** {@code DROP CONSTRAINT}. */
  record DropConstraint(Identifier constraint, boolean ifExists, boolean cascade, Span span)
      implements AlterAction {
    @Override
    public String kind() {
      return "DROP CONSTRAINT";
    }
  }

  /** {@code ENABLE} or {@code DISABLE TRIGGER}; the name is {@code ALL} or {@code USER} for those words. */
  record ToggleTrigger(String trigger, Firing firing, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "TRIGGER";
    }
  }

  /** {@code ENABLE} or {@code DISABLE RULE}. */
  record ToggleRule(Identifier rule, Firing firing, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "RULE";
    }
  }

  /** {@code ENABLE}, {@code DISABLE}, {@code FORCE} or {@code NO FORCE ROW LEVEL SECURITY}; {@code forced} tells the last two from the first. */
  record RowSecurity(boolean enabled, boolean forced, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "ROW LEVEL SECURITY";
    }
  }

  /** {@code CLUSTER ON index}. */
  record ClusterOn(Identifier index, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "CLUSTER ON";
    }
  }

  /** {@code SET WITHOUT CLUSTER}. */
  record WithoutCluster(Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET WITHOUT CLUSTER";
    }
  }

  /** {@code SET WITHOUT OIDS}, which does nothing. */
  record WithoutOids(Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET WITHOUT OIDS";
    }
  }

  /** {@code SET LOGGED} or {@code SET UNLOGGED}. */
  record SetLogged(boolean logged, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET LOGGED";
    }
  }

  /** {@code SET ACCESS METHOD}. */
  record SetAccessMethod(String method, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET ACCESS METHOD";
    }
  }

  /** {@code SET TABLESPACE}. */
  record SetTablespace(String tablespace, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET TABLESPACE";
    }
  }

  /** {@code SET (…)} or {@code RESET (…)} of storage parameters, which are given by name. */
  record SetStorageParameters(List<String> parameters, boolean reset, Span span)
      implements AlterAction {
    public SetStorageParameters {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String kind() {
      return "SET";
    }
  }

  /** {@code INHERIT parent}. */
  record InheritFrom(ObjectName parent, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "INHERIT";
    }
  }

  /** {@code NO INHERIT parent}. */
  record DisinheritFrom(ObjectName parent, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "NO INHERIT";
    }
  }

  /** {@code OF type}. */
  record OfType(ObjectName type, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "OF";
    }
  }

  /** {@code NOT OF}. */
  record NotOfType(Span span) implements AlterAction {
    @Override
    public String kind() {
      return "NOT OF";
    }
  }

  /** {@code OWNER TO}. */
  record ChangeOwner(String owner, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "OWNER TO";
    }
  }

  /** {@code REPLICA IDENTITY}. */
  record SetReplicaIdentity(ReplicaIdentity identity, Optional<Identifier> index, Span span)
      implements AlterAction {
    @Override
    public String kind() {
      return "REPLICA IDENTITY";
    }
  }

  /** {@code RENAME COLUMN}. */
  record RenameColumn(Identifier from, Identifier to, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "RENAME COLUMN";
    }
  }

  /** {@code RENAME TO}. */
  record RenameRelation(Identifier to, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "RENAME TO";
    }
  }

  /** {@code RENAME CONSTRAINT}. */
  record RenameConstraint(Identifier from, Identifier to, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "RENAME CONSTRAINT";
    }
  }

  /** {@code SET SCHEMA}. */
  record MoveToSchema(Identifier schema, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "SET SCHEMA";
    }
  }

  /** {@code ATTACH PARTITION}; an index is attached without a bound. */
  record AttachPartition(ObjectName partition, Optional<PartitionBound> bound, Span span)
      implements AlterAction {
    @Override
    public String kind() {
      return "ATTACH PARTITION";
    }
  }

  /** {@code DETACH PARTITION}. */
  record DetachPartition(ObjectName partition, boolean concurrently, boolean finalizes, Span span)
      implements AlterAction {
    @Override
    public String kind() {
      return "DETACH PARTITION";
    }
  }

  /** {@code [NO] DEPENDS ON EXTENSION}. */
  record DependsOnExtension(Identifier extension, boolean depends, Span span)
      implements AlterAction {
    @Override
    public String kind() {
      return "DEPENDS ON EXTENSION";
    }
  }

  /** {@code OPTIONS (…)} of a foreign table or of one of its columns. */
  record ForeignOptions(Optional<Identifier> column, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "OPTIONS";
    }
  }

  /** An action that is not understood; whatever it does to the table is unknown. */
  record UnreadAction(String reason, Span span) implements AlterAction {
    @Override
    public String kind() {
      return "NOT READ";
    }
  }
}
