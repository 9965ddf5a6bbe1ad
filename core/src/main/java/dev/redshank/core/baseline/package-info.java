/** The known findings of the past. */
@NullMarked
package dev.redshank.core.baseline;

import org.jspecify.annotations.NullMarked;
