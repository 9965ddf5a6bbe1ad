/** What a scored drill looks like: text, JSON, a page. */
@NullMarked
package dev.redshank.sandbox.drill.report;

import org.jspecify.annotations.NullMarked;
