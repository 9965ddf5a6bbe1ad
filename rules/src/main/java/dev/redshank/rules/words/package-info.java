/** Sentences and SQL that several rules need. */
@NullMarked
package dev.redshank.rules.words;

import org.jspecify.annotations.NullMarked;
