/** Replays of locks that others queue behind. */
@NullMarked
package dev.redshank.sandbox.replay.lockqueuefreeze;

import org.jspecify.annotations.NullMarked;
