/** Replays of backfills that flood the write-ahead log. */
@NullMarked
package dev.redshank.sandbox.replay.backfillwalflood;

import org.jspecify.annotations.NullMarked;
