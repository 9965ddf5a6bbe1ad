/** Generated migrations, and how fast they are read, replayed, explained and linted. */
@NullMarked
package dev.redshank.benchmarks;

import org.jspecify.annotations.NullMarked;
