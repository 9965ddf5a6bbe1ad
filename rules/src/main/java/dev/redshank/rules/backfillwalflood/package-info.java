/** Data changes that flood the write-ahead log in one transaction. */
@NullMarked
package dev.redshank.rules.backfillwalflood;

import org.jspecify.annotations.NullMarked;
