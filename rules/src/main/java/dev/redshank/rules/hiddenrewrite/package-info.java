/** Statements that look like a change of the catalog and write the whole table anew. */
@NullMarked
package dev.redshank.rules.hiddenrewrite;

import org.jspecify.annotations.NullMarked;
