/** Replays of transactions that wait in a circle. */
@NullMarked
package dev.redshank.sandbox.replay.migrationdeadlock;

import org.jspecify.annotations.NullMarked;
