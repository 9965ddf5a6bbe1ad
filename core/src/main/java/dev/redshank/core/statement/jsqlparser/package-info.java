/** What is asked of JSqlParser: the only package that knows it. Its trees never leave. */
@NullMarked
package dev.redshank.core.statement.jsqlparser;

import org.jspecify.annotations.NullMarked;
