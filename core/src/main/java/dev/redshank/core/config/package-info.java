/** The settings of a run. */
@NullMarked
package dev.redshank.core.config;

import org.jspecify.annotations.NullMarked;
