/** The Gradle plugin. */
@NullMarked
package dev.redshank.gradle;

import org.jspecify.annotations.NullMarked;
