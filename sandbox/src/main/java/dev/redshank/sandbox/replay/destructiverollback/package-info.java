/** Replays of changes that take data along. */
@NullMarked
package dev.redshank.sandbox.replay.destructiverollback;

import org.jspecify.annotations.NullMarked;
