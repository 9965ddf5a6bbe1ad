/** Rules and the moments that they are asked about. */
@NullMarked
package dev.redshank.core.rule;

import org.jspecify.annotations.NullMarked;
