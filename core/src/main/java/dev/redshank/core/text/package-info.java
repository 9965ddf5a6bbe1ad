/** Source text and the places in it. */
@NullMarked
package dev.redshank.core.text;

import org.jspecify.annotations.NullMarked;
