/** Looks at migrations at the last moment: when Flyway is about to run them. */
@NullMarked
package dev.redshank.flyway;

import org.jspecify.annotations.NullMarked;
