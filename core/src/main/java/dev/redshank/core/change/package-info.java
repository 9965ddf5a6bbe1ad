/** What git says changed. */
@NullMarked
package dev.redshank.core.change;

import org.jspecify.annotations.NullMarked;
