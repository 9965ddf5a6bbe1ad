/** A run over a project: its configuration, its migrations, what git says changed, and what is known of the past. */
@NullMarked
package dev.redshank.core.project;

import org.jspecify.annotations.NullMarked;
