/** Finds migrations of one tool and puts them in run order. */
@NullMarked
package dev.redshank.core.migration;

import org.jspecify.annotations.NullMarked;
