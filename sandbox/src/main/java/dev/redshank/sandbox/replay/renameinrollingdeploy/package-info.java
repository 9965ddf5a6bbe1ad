/** Replays of names that the running application still uses. */
@NullMarked
package dev.redshank.sandbox.replay.renameinrollingdeploy;

import org.jspecify.annotations.NullMarked;
