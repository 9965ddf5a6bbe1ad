/** The goals of the Maven plugin. */
@NullMarked
package dev.redshank.maven;

import org.jspecify.annotations.NullMarked;
