/** What a statement says: one record for each kind, read from tokens. */
@NullMarked
package dev.redshank.core.statement;

import org.jspecify.annotations.NullMarked;
