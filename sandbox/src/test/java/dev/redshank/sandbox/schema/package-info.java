/** Compares what statements are believed to build with what a server builds from them. */
@NullMarked
package dev.redshank.sandbox.schema;

import org.jspecify.annotations.NullMarked;
