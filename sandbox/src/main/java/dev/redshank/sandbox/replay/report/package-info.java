/** Writes down what replays showed: for a terminal, for programs, and as one page for a browser. */
@NullMarked
package dev.redshank.sandbox.replay.report;

import org.jspecify.annotations.NullMarked;
