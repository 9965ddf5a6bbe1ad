/** Replays of index work that stops half way. */
@NullMarked
package dev.redshank.sandbox.replay.invalidindex;

import org.jspecify.annotations.NullMarked;
