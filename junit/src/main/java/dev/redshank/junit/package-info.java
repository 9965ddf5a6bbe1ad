/** Migrations under test, for teams that prefer a test to a plugin. */
@NullMarked
package dev.redshank.junit;

import org.jspecify.annotations.NullMarked;
