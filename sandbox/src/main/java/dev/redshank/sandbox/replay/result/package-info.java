/** What replays showed, as records from which every report is written. */
@NullMarked
package dev.redshank.sandbox.replay.result;

import org.jspecify.annotations.NullMarked;
