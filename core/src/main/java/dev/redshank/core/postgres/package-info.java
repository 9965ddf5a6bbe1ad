/** What is true of PostgreSQL by version: lock modes, keywords, function volatility, types and casts. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.postgres;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
