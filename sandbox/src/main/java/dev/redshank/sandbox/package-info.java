/** Proves on real PostgreSQL servers what Redshank claims; the only module that opens a database. */
@NullMarked
package dev.redshank.sandbox;

import org.jspecify.annotations.NullMarked;
