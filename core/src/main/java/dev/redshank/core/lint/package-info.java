/** The linter: walks migrations in run order and asks the rules. */
@NullMarked
package dev.redshank.core.lint;

import org.jspecify.annotations.NullMarked;
