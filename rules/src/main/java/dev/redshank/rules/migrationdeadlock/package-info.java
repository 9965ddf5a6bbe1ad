/** Transactions that lock several tables and so can wait in a circle. */
@NullMarked
package dev.redshank.rules.migrationdeadlock;

import org.jspecify.annotations.NullMarked;
