/** A lock that others queue behind while a table is read or written from end to end. */
@NullMarked
package dev.redshank.rules.lockqueuefreeze;

import org.jspecify.annotations.NullMarked;
