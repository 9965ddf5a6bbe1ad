/** Writes results down, one class a format. */
@NullMarked
package dev.redshank.core.report;

import org.jspecify.annotations.NullMarked;
