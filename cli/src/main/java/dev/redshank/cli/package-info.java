/** The command line: the only place that ends the process. */
@NullMarked
package dev.redshank.cli;

import org.jspecify.annotations.NullMarked;
