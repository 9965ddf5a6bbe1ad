/** How reports of the sandbox write text and numbers. */
@NullMarked
package dev.redshank.sandbox.text;

import org.jspecify.annotations.NullMarked;
