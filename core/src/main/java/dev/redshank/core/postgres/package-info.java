/** What is true of PostgreSQL by version: lock modes, keywords, function volatility, types and casts. */
@NullMarked
package dev.redshank.core.postgres;

import org.jspecify.annotations.NullMarked;
