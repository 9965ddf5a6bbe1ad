package dev.redshank.core.migration;

/** Finds the migrations of one tool. */
interface MigrationSource {
  /** Every migration in run order. Never throws for what a user can mend: that is a {@link Problem}. */
  MigrationSet find();
}
