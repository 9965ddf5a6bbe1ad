/** Replays of statements that write a table anew without saying so. */
@NullMarked
package dev.redshank.sandbox.replay.hiddenrewrite;

import org.jspecify.annotations.NullMarked;
