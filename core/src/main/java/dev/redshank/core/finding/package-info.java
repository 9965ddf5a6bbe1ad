/** What a rule reports, and the names it is reported under. */
@NullMarked
package dev.redshank.core.finding;

import org.jspecify.annotations.NullMarked;
