/** Down migrations that take data with them. */
@NullMarked
package dev.redshank.rules.destructiverollback;

import org.jspecify.annotations.NullMarked;
