/** Replays of columns that must have a value before every row has one. */
@NullMarked
package dev.redshank.sandbox.replay.notnullwithoutbackfill;

import org.jspecify.annotations.NullMarked;
