/** What a statement does to the relations it touches: locks, rewrites, scans, builds, WAL, failure. */
@NullMarked
package dev.redshank.core.impact;

import org.jspecify.annotations.NullMarked;
