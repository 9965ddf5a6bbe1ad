/** Concurrent index work that stops half way and leaves an INVALID index behind. */
@NullMarked
package dev.redshank.rules.invalidindex;

import org.jspecify.annotations.NullMarked;
