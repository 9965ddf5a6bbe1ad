/** Writes the checked-in tables of what PostgreSQL itself can tell, by asking servers of each major. */
@NullMarked
package dev.redshank.sandbox.generate;

import org.jspecify.annotations.NullMarked;
