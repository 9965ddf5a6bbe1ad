/** Synthetic rows: what a table may hold by its types, checks, keys and bounds, made by the server itself. */
@NullMarked
package dev.redshank.sandbox.rows;

import org.jspecify.annotations.NullMarked;
