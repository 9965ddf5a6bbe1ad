package dev.redshank.core.schema;

/**
 * When something was made: counters that only grow. Comparing two of them gives an {@link Age}, so nothing has to be
 * changed in a {@link SchemaState} when a transaction, migration or deploy ends.
 *
 * @param deploy the number of the deploy, from 1; history that is not under review is 0
 * @param migration the number of the migration
 * @param transaction the number of the transaction
 */
public record Era(int deploy, int migration, int transaction) {
  /** How old what was made then is at {@code now}. */
  public Age ageAt(Era now) {
    if (transaction == now.transaction) {
      return Age.THIS_TRANSACTION;
    }
    if (migration == now.migration) {
      return Age.THIS_MIGRATION;
    }
    return deploy == now.deploy && deploy > 0 ? Age.THIS_DEPLOY : Age.HISTORY;
  }
}
