/** NOT NULL on columns whose rows have not been shown to hold a value. */
@NullMarked
package dev.redshank.rules.notnullwithoutbackfill;

import org.jspecify.annotations.NullMarked;
