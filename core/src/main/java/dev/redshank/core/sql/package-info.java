/** Tokens and statements of a SQL script, with exact places. */
@NullMarked
package dev.redshank.core.sql;

import org.jspecify.annotations.NullMarked;
