/** The picture of the database that earlier statements built. */
@NullMarked
package dev.redshank.core.schema;

import org.jspecify.annotations.NullMarked;
