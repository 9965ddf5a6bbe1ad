/**
 * What makes the jars that {@code ./redshank} runs out of those that Maven publishes. Part of the build,
 * never of a jar: it is compiled when the launcher's jars are made, and for its tests.
 *
 * <p>A lambda costs little to write and much to start: the first time that each one is reached, Java
 * spins and links a class for it, and a run of twenty lines of SQL reaches hundreds. So they are
 * unfolded into classes beforehand, which come out of the start-up archive like any others.
 */
@NullMarked
package dev.redshank.build;

import org.jspecify.annotations.NullMarked;
