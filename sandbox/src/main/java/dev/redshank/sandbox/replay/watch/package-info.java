/** Watches sessions without standing behind any of them: who holds, who waits, what is logged. */
@NullMarked
package dev.redshank.sandbox.replay.watch;

import org.jspecify.annotations.NullMarked;
