/** Transactions that lock several tables and so can wait in a circle. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules.migrationdeadlock;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
