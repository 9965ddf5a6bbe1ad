/** The rules that come with Redshank, in one list. */
@NullMarked
package dev.redshank.rules;

import org.jspecify.annotations.NullMarked;
