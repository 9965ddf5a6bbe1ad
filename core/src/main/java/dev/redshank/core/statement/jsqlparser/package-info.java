/** What is asked of JSqlParser: the only package that knows it. Its trees never leave. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.statement.jsqlparser;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
