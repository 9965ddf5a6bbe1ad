package dev.redshank.core.finding;

import org.apiguardian.api.API;

/**
 * The ways in which a migration breaks production, and the two groups of findings that are none of them.
 *
 * <pre>{@code
 * assertThatMigrations(classpath("db/migration")).haveNo(FailureMode.LOCK_QUEUE_FREEZE);
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public enum FailureMode {
  LOCK_QUEUE_FREEZE("lock-queue-freeze", "Lock-queue freeze"),
  INVALID_INDEX("invalid-index", "INVALID index"),
  MIGRATION_DEADLOCK("migration-deadlock", "Migration deadlock"),
  DESTRUCTIVE_ROLLBACK("destructive-rollback", "Destructive rollback"),
  REPLICA_SCHEMA_DRIFT("replica-schema-drift", "Schema drift on replicas"),
  BACKFILL_WAL_FLOOD("backfill-wal-flood", "Backfill WAL flood"),
  HIDDEN_REWRITE("hidden-rewrite", "Hidden rewrite"),
  NOT_NULL_WITHOUT_BACKFILL("not-null-without-backfill", "NOT NULL without backfill"),
  RENAME_IN_ROLLING_DEPLOY("rename-in-rolling-deploy", "Rename in a rolling deploy"),
  /** Types and names: off unless asked for. */
  SCHEMA_DESIGN("schema-design", "Schema design"),
  /** The project rather than a statement. */
  PROJECT("project", "Project");

  private final String id;
  private final String title;

  FailureMode(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Such as {@code lock-queue-freeze}. */
  public String id() {
    return id;
  }

  /** Such as {@code Lock-queue freeze}. */
  public String title() {
    return title;
  }

  /** Whether it is one of the nine. */
  public boolean isSafety() {
    return this != SCHEMA_DESIGN && this != PROJECT;
  }
}
