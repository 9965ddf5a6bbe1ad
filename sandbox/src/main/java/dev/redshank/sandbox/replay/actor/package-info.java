/** Who uses the database while a migration runs: applications as loops, and their connection pool. */
@NullMarked
package dev.redshank.sandbox.replay.actor;

import org.jspecify.annotations.NullMarked;
