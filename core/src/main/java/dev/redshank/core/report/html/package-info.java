/** Pages for a browser, which need nothing but themselves. */
@NullMarked
package dev.redshank.core.report.html;

import org.jspecify.annotations.NullMarked;
