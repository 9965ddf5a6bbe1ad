/** A small SQL shell for people without psql. */
@NullMarked
package dev.redshank.sandbox.drill.shell;

import org.jspecify.annotations.NullMarked;
