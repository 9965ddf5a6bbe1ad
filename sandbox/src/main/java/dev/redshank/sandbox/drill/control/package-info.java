/** How the commands of a second terminal reach the drill that runs in a first one. */
@NullMarked
package dev.redshank.sandbox.drill.control;

import org.jspecify.annotations.NullMarked;
