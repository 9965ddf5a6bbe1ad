/** Runs one statement on a server and observes what it locks, rewrites, reads, builds and logs. */
@NullMarked
package dev.redshank.sandbox.measure;

import org.jspecify.annotations.NullMarked;
