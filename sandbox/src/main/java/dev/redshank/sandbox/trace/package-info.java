/** Runs a user's own migrations on a throw-away server and records what each statement did there. */
@NullMarked
package dev.redshank.sandbox.trace;

import org.jspecify.annotations.NullMarked;
