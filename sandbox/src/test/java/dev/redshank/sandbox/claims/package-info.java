/** Every claim of the impact table, held against real servers. */
@NullMarked
package dev.redshank.sandbox.claims;

import org.jspecify.annotations.NullMarked;
